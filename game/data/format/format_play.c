/* The description of what may be done and may happen: conditions and effects, actions, events,
 * influences, objectives and endings. */
#include "data/format/fields.h"

#define ENTRY_ID PLAIN("id", ID, "Name, where the entries are a list.")
#define OPENS_CRISIS PLAIN("crisis", VIEW, "\"challenger>target\": opens a crisis between the two.")

static const struct tp_field condition[] = {
    PLAIN_NEEDED("var", ADDRESS, "A variable."),      NUMBER("<", -1e6, 1e6, 0, "Below this."),
    NUMBER("<=", -1e6, 1e6, 0, "At most this."),      NUMBER(">", -1e6, 1e6, 0, "Above this."),
    NUMBER(">=", -1e6, 1e6, 0, "At least this."),     NUMBER("==", -1e6, 1e6, 0, "Exactly this."),
    NUMBER("!=", -1e6, 1e6, 0, "Anything but this."), {0}};
const struct tp_kind tp_kind_condition = {"a condition", condition,
                                          "<|<=|>|>=|==|!=", "Compares a variable with numbers."};

static const struct tp_field effect[] = {
    PLAIN_NEEDED("var", ADDRESS, "A variable."),
    NUMBER("add", -1000, 1000, 0, "What is added to it."),
    NUMBER("set", -1e6, 1e6, 0, "What it becomes."),
    {.key = "each",
     .form = TP_FORM_CHOICE,
     .choices = "turn",
     .meaning = "Lands in every turn of the programme."},
    {.key = "at",
     .form = TP_FORM_CHOICE,
     .choices = "start|end",
     .meaning = "Lands at the programme's start (the default) or end."},
    {0}};
const struct tp_kind tp_kind_effect = {"an effect", effect, "add|set",
                                       "Changes a variable, at a point of the programme."};

static const struct tp_field change[] = {PLAIN_NEEDED("var", ADDRESS, "A variable."),
                                         NUMBER("add", -1000, 1000, 0, "What is added to it."),
                                         NUMBER("set", -1e6, 1e6, 0, "What it becomes."),
                                         {0}};
const struct tp_kind tp_kind_change = {"an immediate effect", change, "add|set",
                                       "Changes a variable at once."};

static const struct tp_field cost[] = {
    NUMBER("budget", 0, 500, 0, "Money, bn."),
    NUMBER("capital", 0, 200, 0, "Political capital."),
    NUMBER("attention", 0, 8, 1, "Of the undertakings a leadership can take on in a turn."),
    {0}};
const struct tp_kind tp_kind_cost = {"a cost", cost, NULL, "What an action costs its seat."};

static const struct tp_field score[] = {NUMBER("base", -1000, 1000, 0, "Before the terms."),
                                        OF("terms", LIST, weight, "Weighted variables."),
                                        {0}};
const struct tp_kind tp_kind_score = {"a score", score, NULL, "A base and weighted variables."};

static const struct tp_field chance[] = {
    NUMBER("base", -2, 2, 1, "Chance before the terms, 1 is certain."),
    OF("terms", LIST, weight, "Weighted variables; a weight is a chance per point."),
    {0}};
const struct tp_kind tp_kind_chance = {"a chance", chance, NULL, "Chance of success."};

static const struct tp_field stance[] = {PLAIN_NEEDED("member", ACTOR, "A voting member."),
                                         NEEDED("weight", -1000, 1000, "Added to its score."),
                                         {0}};
const struct tp_kind tp_kind_stance = {"a stance", stance, NULL,
                                       "A member's own leaning on an action."};

static const struct tp_field action[] = {
    PLAIN_NEEDED("seat", ACTOR, "Who may choose it."),
    TITLE("title", 1, "Its name."),
    TEXT("text", 0, "What it is about."),
    {.key = "theme",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = THEME_NAMES,
     .meaning = "Where it is listed."},
    OF("cost", OBJECT, cost, "What it costs."),
    WHOLE("turns", 0, TP_SPELL_MAX, 0, "Length of the programme; 0: its effects land at once."),
    WHOLE("cooldown", 0, TP_SPELL_MAX, 0, "Turns after its end before it may be chosen again."),
    FLAG("once", 0, "Once a game."),
    PLAIN("excludes", ACTIONS,
          "Actions of the same seat that are not ordered in the same turn, as easing what this one "
          "tightens. It counts both ways: one of two names the other."),
    {.key = "vote",
     .form = TP_FORM_CHOICE,
     .choices = "none|qualified|unanimity",
     .meaning = "What the council must give."},
    OF("appeal", OBJECT, score,
       "What makes members be for it; \"member\" in an address stands for each."),
    OF("stances", STANCES, stance, "Members' own leanings, added to the appeal."),
    PLAIN("wedge", PAIR, "The alliance it tries to crack."),
    PLAIN("aimed_at", ACTOR, "Whom it is aimed at, for reading."),
    WHEN,
    OF("effects", LIST, effect, "What it does."),
    OF("failure", LIST, change, "What happens instead when the attempt fails."),
    OF("chance", OBJECT, chance, "Chance of success; without it, success is certain."),
    OF("reflex", OBJECT, score, "Score for the reflex policy."),
    {0}};
const struct tp_kind tp_kind_action = {"an action", action, NULL, "What a seat may do."};

static const struct tp_field then[] = {PLAIN_NEEDED("event", EVENT, "The event that follows."),
                                       WHOLE("in", 1, TP_SPELL_MAX, 1, "After so many turns."),
                                       {0}};
const struct tp_kind tp_kind_then = {"a consequence", then, NULL, "An event that follows."};

static const struct tp_field option[] = {
    ENTRY_ID,
    TITLE("title", 1, "The choice."),
    TEXT("text", 0, "What is known of what follows."),
    WHEN,
    OF("effects", LIST, change, "What it does."),
    OF("then", OBJECT, then, "What follows."),
    OPENS_CRISIS,
    OF("reflex", OBJECT, score, "Score for policies that do not look ahead."),
    {0}};
const struct tp_kind tp_kind_option = {"an option", option, NULL, "An answer to an event."};

static const struct tp_field event[] = {
    TITLE("title", 1, "The headline."),
    TEXT("text", 0, "What happens."),
    WHEN,
    NUMBER(
        "chance", 0, 1, 0,
        "Per turn while the conditions hold; 0: only when called. Not given, it is 1 for an event "
        "with conditions and 0 for one without, or with a turn of its own."),
    FLAG("once", 1, "Once a game."),
    WHOLE("cooldown", 0, TP_SPELL_MAX, 0, "Turns before it may happen again."),
    WHOLE("at", 0, TP_TURNS_MAX, -1, "Happens in this turn."),
    PLAIN("seat", ACTOR, "Who decides."),
    OF("effects", LIST, change, "What it does."),
    OF("then", OBJECT, then, "What follows."),
    OPENS_CRISIS,
    OF("options", EITHER, option, "Answers; the first is taken when none is given."),
    {0}};
const struct tp_kind tp_kind_event = {"an event", event, NULL, "Something that happens."};

static const struct tp_field influence[] = {
    ENTRY_ID,
    PLAIN_NEEDED("to", ADDRESS, "The variable moved."),
    PLAIN_NEEDED("from", ADDRESS, "The variable that moves it."),
    NEEDED("gain", -1, 1, "Per turn and point that `from` stands over its start."),
    TEXT("why", 1, "The reason, for the reader."),
    {0}};
const struct tp_kind tp_kind_influence = {"an influence", influence, NULL,
                                          "A mechanism of the scenario's own."};

static const struct tp_field objective[] = {
    ENTRY_ID,
    TITLE("title", 1, "What is to be reached."),
    TEXT("text", 0, "Why."),
    WHEN,
    WHOLE("for", 1, TP_SPELL_MAX, 1, "Turns in a row the conditions must hold."),
    NUMBER("weight", 0, 100, 1, "In the score."),
    {0}};
const struct tp_kind tp_kind_objective = {"an objective", objective, NULL,
                                          "What the player is to reach."};

static const struct tp_field ending[] = {
    ENTRY_ID,
    TITLE("title", 1, "The headline."),
    TEXT("text", 0, "How it ends."),
    WHEN,
    WHOLE("for", 1, TP_SPELL_MAX, 1, "Turns in a row the conditions must hold."),
    {.key = "result",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = "victory|draw|defeat",
     .meaning = "For the player."},
    FLAG("final", 0, "Considered only when the last turn is over."),
    {0}};
const struct tp_kind tp_kind_ending = {"an ending", ending, NULL, "A way the game may end."};
