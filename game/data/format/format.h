/* THE description of the scenario format: which keys there are, what they hold, what they mean.
 *
 * The checker, the compiler's defaults, the JSON schema and the modding guide read it; a key is
 * listed here and nowhere else. Variables and coefficients come from the core's own tables.
 */
#ifndef TP_DATA_FORMAT_FORMAT_H
#define TP_DATA_FORMAT_FORMAT_H

enum {
  TP_FORMAT_VERSION = 1,
  TP_ID_MAX = 48,     /* bytes of a name */
  TP_TITLE_MAX = 200, /* bytes of a text in one line */
  TP_TEXT_MAX = 4000, /* bytes of any other text */
  TP_TURNS_MAX = 400, /* of a game */
  TP_SPELL_MAX = 200, /* turns of a programme, a wait, a streak: a byte in the world's state */
  TP_CHAIN_MAX = 16   /* scenarios that extend each other */
};

/* The policies that ai/policy.h knows, and those of them that take a number of rollouts, as
 * "planner:8" (tests/data/test_schema.c compares). A scenario may have others of its own. */
#define TP_POLICY_NAMES "idle|random|reflex|greedy|planner|mcts"
#define TP_POLICY_ROLLS "planner|mcts"

/* What a key may hold. */
enum tp_form {
  TP_FORM_NUMBER, /* low..high */
  TP_FORM_WHOLE,  /* the same without a fraction */
  TP_FORM_BOOL,
  TP_FORM_ID,      /* kebab-case */
  TP_FORM_STRING,  /* any one line */
  TP_FORM_TITLE,   /* a line for people: a string, or an object of strings by language */
  TP_FORM_TEXT,    /* the same, of any length */
  TP_FORM_CHOICE,  /* one of `choices` */
  TP_FORM_DATE,    /* "2018-Q2" */
  TP_FORM_VERSION, /* "1.2.3" */
  TP_FORM_COLOR,   /* "#rrggbb" */
  TP_FORM_ACTOR,   /* an actor's id */
  TP_FORM_ACTION,  /* an action's id */
  TP_FORM_EVENT,   /* an event's id */
  TP_FORM_PAIR,    /* "a-b" */
  TP_FORM_VIEW,    /* "a>b" */
  TP_FORM_ADDRESS, /* of a variable: "russia-china.cohesion" */
  TP_FORM_MARK,    /* of a place on the screen: "gauge:narrative"; core/guide.h lists them */
  TP_FORM_CAUSE,   /* of a change, as core/ledger.h names it: "from-presence" */
  TP_FORM_DERIVED, /* no value is accepted: the variable is computed */
  TP_FORM_OBJECT,  /* of `kind` */
  TP_FORM_MAP,     /* object: id -> object of `kind` */
  TP_FORM_PAIRS,   /* object: "a-b" or "a>b" -> object of `kind` */
  TP_FORM_LIST,    /* list of objects of `kind` */
  TP_FORM_EITHER,  /* MAP, or LIST whose entries may have an "id" */
  TP_FORM_NUMBERS, /* object: name of the form `keys` -> number in low..high */
  TP_FORM_TEXTS,   /* list of TEXT */
  TP_FORM_CHOICES, /* list of words, each one of `choices` */
  TP_FORM_CODES,   /* list of ISO 3166-1 numeric codes as strings */
  TP_FORM_RANGE,   /* list of two numbers in low..high */
  TP_FORM_PLACE,   /* list of a longitude (low..high) and a latitude, in degrees */
  TP_FORM_POLICY,  /* a policy's name, as tp_policy_find takes it */
  TP_FORM_ACTORS,  /* list of actors, or object: actor -> true */
  TP_FORM_ACTIONS, /* object: action -> true */
  TP_FORM_STANCES  /* object: actor -> number, or list of objects of `kind` */
};

struct tp_kind;

struct tp_field {
  const char *key; /* NULL ends a list of fields */
  enum tp_form form;
  enum tp_form keys; /* of NUMBERS: ACTION or CHOICE; anything else is ADDRESS */
  int required;
  double low, high;
  double fallback;     /* of a number or bool (0, 1) that is not given */
  const char *choices; /* separated by "|" */
  const struct tp_kind *kind;
  const char *title, *unit; /* of a variable; or NULL */
  const char *meaning;
};

/* A kind of object. */
struct tp_kind {
  const char *name; /* with its article: "an action" */
  const struct tp_field *fields;
  const char *one_of; /* keys separated by "|" of which at least one is needed; or NULL */
  const char *meaning;
};

extern const struct tp_kind tp_kind_scenario, tp_kind_roles, tp_kind_defaults, tp_kind_actor,
    tp_kind_income, tp_kind_variables, tp_kind_pair, tp_kind_view, tp_kind_claim, tp_kind_weight,
    tp_kind_track, tp_kind_rules, tp_kind_action, tp_kind_cost, tp_kind_score, tp_kind_chance,
    tp_kind_effect, tp_kind_change, tp_kind_condition, tp_kind_stance, tp_kind_event,
    tp_kind_option, tp_kind_then, tp_kind_influence, tp_kind_objective, tp_kind_ending,
    tp_kind_world, tp_kind_balance, tp_kind_band, tp_kind_apart, tp_kind_hint, tp_kind_sign,
    tp_kind_advisor, tp_kind_line, tp_kind_policy, tp_kind_changes, tp_kind_mod, tp_kind_mod_mark,
    tp_kind_need;

/* The field of `kind` called `key`, or NULL. */
const struct tp_field *tp_format_field(const struct tp_kind *kind, const char *key);

/* Is the key the author's own, to be ignored (x-..., _..., $...)? */
int tp_format_is_authors(const char *key);

/* Is `name` kebab-case and not too long? */
int tp_format_is_id(const char *name);

/* Is it a version: one to four whole numbers of at most six digits, with points between? */
int tp_format_is_version(const char *text);

/* Place of `word` among the words of `list`, which are separated by "|"; or -1. */
int tp_format_choice(const char *list, const char *word);

#endif
