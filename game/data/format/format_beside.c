/* The description of what stands beside the game: hints and advisors, policies that play it, and
 * what the balance tool should find. */
#include "data/format/fields.h"

#include "core/guide.h"

#define MATTER_NAME(ID, NAME) "|" NAME

static const struct tp_field sign[] = {
    PLAIN("var", ADDRESS, "A variable, to be compared."),
    NUMBER("<", -1e6, 1e6, 0, "Below this."),
    NUMBER("<=", -1e6, 1e6, 0, "At most this."),
    NUMBER(">", -1e6, 1e6, 0, "Above this."),
    NUMBER(">=", -1e6, 1e6, 0, "At least this."),
    NUMBER("==", -1e6, 1e6, 0, "Exactly this."),
    NUMBER("!=", -1e6, 1e6, 0, "Anything but this."),
    PLAIN("seen", MARK, "The player has had this before them."),
    PLAIN("ordered", ACTION, "The player has ordered this, now or before."),
    PLAIN("under_way", ACTION, "This programme runs, or is ordered this turn."),
    PLAIN("carried_out", ACTION, "This was begun: the council agreed, or needed not."),
    PLAIN("refused", ACTION, "The council refused this, at least once."),
    PLAIN("waits", EVENT, "This decision waits for the player's answer."),
    PLAIN("answered", EVENT, "The player has answered this, now or before."),
    PLAIN("happened", EVENT, "This has happened."),
    {0}};
const struct tp_kind tp_kind_sign = {
    "a sign", sign,
    "<|<=|>|>=|==|!=|seen|ordered|under_way|carried_out|refused|waits|answered|happened",
    "Something that holds, or that the player has done."};

static const struct tp_field hint[] = {
    TITLE("title", 1, "What it is about."),
    TEXT("text", 1, "What it says."),
    PLAIN("at", MARK, "What it points at."),
    OF("when", LIST, sign, "When it is said: all must hold."),
    OF("done", LIST, sign, "When it has done its work: all hold. Without it, when it was read."),
    FLAG("once", 1, "Once a game; otherwise again in each turn in which it holds."),
    NUMBER("order", -1000, 1000, 0, "Lower comes first; equal ones in the order of the file."),
    {0}};
const struct tp_kind tp_kind_hint = {"a hint", hint, NULL,
                                     "Something said to who plays for the first time."};

static const struct tp_field line[] = {
    {.key = "on",
     .form = TP_FORM_CHOICE,
     .required = 1,
     .choices = &(TP_MATTERS(MATTER_NAME))[1],
     .meaning = "What the counsel is about."},
    PLAIN("var", ADDRESS, "Said only of this variable."),
    PLAIN("cause", CAUSE, "Said only when this is the main cause of the change."),
    WHEN,
    TEXT("text", 1, "What is said."),
    {0}};
const struct tp_kind tp_kind_line = {"a line", line, NULL, "What an advisor says on some matter."};

static const struct tp_field advisor[] = {
    TITLE("name", 1, "Name."),
    TITLE("office", 1, "Office."),
    TEXT("text", 0, "A sentence about the advisor."),
    {.key = "cares",
     .form = TP_FORM_NUMBERS,
     .low = -100,
     .high = 100,
     .meaning = "What the advisor watches: weights by variable."},
    {.key = "themes",
     .form = TP_FORM_CHOICES,
     .choices = THEME_NAMES,
     .meaning = "Themes of the actions the advisor speaks for."},
    OF("lines", LIST, line, "What the advisor says; the one that fits best is taken."),
    {0}};
const struct tp_kind tp_kind_advisor = {"an advisor", advisor, NULL,
                                        "Somebody who counsels the player each turn."};

static const struct tp_field policy[] = {
    TITLE("title", 1, "What it stands for."),
    TEXT("text", 0, "How it plays."),
    {.key = "base",
     .form = TP_FORM_CHOICE,
     .choices = "reflex|greedy|planner|mcts",
     .meaning = "The policy it plays like; planner, when it is not given."},
    {.key = "goals",
     .form = TP_FORM_NUMBERS,
     .low = -100,
     .high = 100,
     .meaning = "What it tries to raise beside its seat's goals: weights by variable; a leading "
                "\"self\" in an address stands for its seat."},
    {.key = "themes",
     .form = TP_FORM_NUMBERS,
     .keys = TP_FORM_CHOICE,
     .choices = THEME_NAMES,
     .low = -200,
     .high = 200,
     .meaning = "Points added to the reflex score of actions, by theme."},
    {.key = "actions",
     .form = TP_FORM_NUMBERS,
     .keys = TP_FORM_ACTION,
     .low = -200,
     .high = 200,
     .meaning = "The same, by action."},
    {0}};
const struct tp_kind tp_kind_policy = {"a policy", policy, NULL,
                                       "A way to play that --seat and bands may name."};

static const struct tp_field band[] = {
    PLAIN_NEEDED("seat", ACTOR, "Who is played."),
    PLAIN_NEEDED("policy", POLICY, "By which policy."),
    {.key = "win",
     .form = TP_FORM_RANGE,
     .required = 1,
     .low = 0,
     .high = 1,
     .meaning = "Lowest and highest share of games it should win."},
    {0}};
const struct tp_kind tp_kind_band = {"a band", band, NULL, "How often a policy should win."};

static const struct tp_field apart[] = {
    PLAIN_NEEDED("claim", STRING, "Its number, as `claims` prints it: \"F9\"."),
    PLAIN_NEEDED("why", STRING, "Why it says nothing of this scenario."),
    {0}};
const struct tp_kind tp_kind_apart = {"a claim apart", apart, NULL,
                                      "A claim of the model that does not bear on the scenario."};

static const struct tp_field balance[] = {
    WHOLE("games", 1, 1000000, 1000, "Games to play for each band."),
    OF("bands", LIST, band, "What should come out."),
    OF("apart", LIST, apart, "Claims of the model that do not bear on the scenario."),
    {0}};
const struct tp_kind tp_kind_balance = {"a balance", balance, NULL,
                                        "What the balance tool should find."};
