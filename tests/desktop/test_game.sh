#!/bin/sh
# A whole game through the window, by a script and without a display: to its ending, and twice to
# the same pixels.
set -u
program=$THIRDPOLE_BUILD/thirdpole
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
XDG_DATA_HOME=$folder/data
export XDG_DATA_HOME

fail() {
  echo "$1"
  exit 1
}

# What somebody does who plays: orders by clicks and by keys, looks around, answers what is asked,
# ends the turn, until the ending is on the screen.
turns() {
  cat <<'END'
repeat 60
  unless Play again
    key 1
    key enter
    try Order
    if The council will refuse this
      click Ask it anyway
      expect Ordered
    end
    key m
    end-turn
    expect What happened
    key enter
    repeat 6
      if A decision
        key 2
        if A decision
          key 1
        end
      end
    end
    if Hold firm
      key 1
    end
  end
end
expect Play again
expect Score
END
}

play() { # NAME SCENARIO: plays it by the script into NAME.png
  "$program" "$2" --seed 5 --script "$folder/script" --screenshot "$folder/$1.png" \
    >"$folder/$1.out" 2>&1 || fail "$2: $(cat "$folder/$1.out")"
  [ -s "$folder/$1.png" ] || fail "$2: no screenshot was written"
}

# play_title NAME OPTION: the same from the title screen, with an option more.
play_title() {
  rm -rf "$folder/data"
  "$program" "$2" --seed 5 --script "$folder/script" --screenshot "$folder/$1.png" \
    >"$folder/$1.out" 2>&1 || fail "$2: $(cat "$folder/$1.out")"
}

turns >"$folder/script"
play one tests/support/tiny.json
rm -rf "$folder/data"
play two tests/support/tiny.json
cmp "$folder/one.png" "$folder/two.png" || fail "the same script gave other pixels"

# The shipped scenario, from the title screen, with saving, loading and leaving.
cat >"$folder/script" <<'END'
expect Third Pole
click New game
click Rapprochement
click Begin
expect The game begins
key enter
expect Act
key 1
click Order
expect Ordered
expect 1 ordered
key u
expect Order
key 2
key down
key enter
expect 1 ordered
click Undo
key ctrl-y
expect 1 ordered
move 740 30
wait 30
expect WHY IT MOVED
move 5 400
click Russia
click Story
click Ties
click China
click China ›
key ctrl-s
expect Save
key enter
try Replace
expect Saved as
END
turns | sed 's/repeat 60/repeat 3/; /^expect/d' >>"$folder/script"
cat >>"$folder/script" <<'END'
key f5
expect The scenario was read again
key escape
expect Menu
click Load
click 2018 Q2, Rapprochement
expect Act
key f1
expect How to play
key escape
key o
expect Objectives
key escape
key escape
click Title screen
expect Continue
click Continue
expect Act
END
play_title three --theme=dark
play_title four --size=1920x1080
play_title five --scale=4
