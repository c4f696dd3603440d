#!/bin/sh
# The first game by the keyboard alone, by somebody who does what the hints say and nothing else: to
# victory.
set -u
program=$THIRDPOLE_BUILD/thirdpole
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
XDG_DATA_HOME=$folder/data
export XDG_DATA_HOME

play() { # NAME OPTION...: plays the script into NAME.png
  name=$1
  shift
  rm -rf "$folder/data"
  "$program" first-steps --seed 5 --script "$folder/script" --screenshot "$folder/$name.png" "$@" \
    >"$folder/out" 2>&1 || {
    echo "$name: $(cat "$folder/out")"
    exit 1
  }
}

# order THEME TEXT: opens the tab, goes down to the card with that text, and orders it.
order() {
  cat <<END
    key $1
    wait 6
    repeat 8
      unless $2
        key down
        wait 6
      end
    end
    expect $2
    key enter
    wait 6
END
}

# hint TITLE: what follows is done while that hint is on the screen.
hint() {
  printf '  if %s\n' "$1"
  cat
  printf '  end\n'
}

read_it() {
  for title in "$@"; do
    printf '    key h\n    wait 6\n' | hint "$title"
  done
}

follow() {
  echo 'repeat 160'
  echo 'unless Play again'
  read_it 'You speak for Europe' 'Four gauges' 'This one must come down' 'What you can spend' \
    'A forecast' 'What the quarter brought' 'It takes its time' 'The council agreed' \
    'The rest is yours' 'A crisis' 'The last quarter' 'Much lies idle' 'The door is open' \
    'The council refused'
  printf '    key o\n    wait 6\n    key escape\n    wait 6\n' | hint 'What wins'
  printf '    key 1\n    wait 12\n' | hint 'An action'
  order 1 'Officers of all members' | hint 'Order it'
  order 1 'To get there' | hint 'One more'
  printf '    reach Russia: narrative\n    wait 24\n' | hint 'Why did it move?'
  { order 1 'A staff that can lead' | sed '/key enter/d'; echo '    key h'; } | hint 'Somebody says no'
  order 3 'Roads for a vote' | hint 'Win the vote'
  order 1 'A staff that can lead' | hint 'Now ask'
  printf '    reach Deterrence gap\n    wait 24\n' | hint 'A gap has opened'
  printf '    key c\n    wait 6\n    key escape\n    wait 6\n' | hint 'You are not alone'
  order 1 'One order book' | hint 'A third pillar'
  printf '    key 1\n    wait 6\n' | hint 'A decision'
  printf '    reach Story\n    key enter\n    wait 6\n' | hint 'What the story lives on'
  order 1 'Ammunition' | hint 'Ready, not only planned'
  printf '    reach Ties\n    key enter\n    reach China\n    key enter\n    wait 6\n' |
    hint 'What a tie rests on'
  order 4 'Links between peoples are slow' | hint 'Links between peoples'
  order 1 'Officers of all members' | hint 'Again, if it was good'
  printf '    key m\n    wait 6\n' | hint 'Another map'
  order 5 'It needs decisions' | hint 'Something to tell'
  order 1 'To get there' | hint 'What has gathered'
  echo '  unless HINT'
  echo '    if Hold firm'
  echo '      key 1'
  echo '      wait 6'
  echo '    end'
  echo '    end-turn'
  echo '    wait 10'
  echo '    key enter'
  echo '    wait 6'
  echo '  end'
  printf '    key space\n    wait 10\n' | hint 'Let the quarter pass'
  printf '    key space\n    wait 10\n' | hint 'End the turn'
  echo '  if Go on'
  echo '    key enter'
  echo '    wait 6'
  echo '  end'
  echo 'end'
  echo 'end'
  echo 'expect Play again'
}
follow >"$folder/script"
echo 'expect Europe counts' >>"$folder/script"
play followed
