/* Stylised facts: bands on the model's size, from public figures, each as an experiment.
 *
 * Their numbers are those that `claims` prints and --only takes; the figures are named in the files
 * of the mechanisms and in the scenarios' sources. A check passes when the effect itself is in the
 * band; its interval is stated. A claim of direction alone (no band) asks for the whole interval,
 * as the claims of the model do.
 *
 * F7 is about times without a crisis: no hazard opens one, and since events do too (one to two a
 * game in some scenarios), nobody rallies either.
 */
#include "lab/studies/measures.h"

#include <math.h>

const struct tp_case tp_claims_of_facts[] = {
    {"F1",
     "A quick, cheap success abroad lifts Russian stability by 15 to 25 points within two turns.",
     .turns = 8, .arm = {{"as it is", ""}, {"annexation", "--at 4:+quick-annexation"}},
     .check = {{"largest change of russia.stability within two turns", tp_measure_extreme, .arm = 1,
                .base = 0, .read = "russia.stability", .from = 5, .to = 6, .low = 15, .high = 25,
                .estimate = 1}}},
    {"F3", "Mobilisation, or a costly burden on households: 3 to 9 points of stability in a turn.",
     .turns = 6, .arm = {{"as it is", ""}, {"mobilisation", "--at 4:+partial-mobilisation"}},
     .check = {{"russia.stability after the turn", tp_measure_difference, .arm = 1, .base = 0,
                .read = "russia.stability", .from = 5, .to = 5, .low = -9, .high = -3,
                .estimate = 1}}},
    {"F4",
     "A breach of the social contract without a crisis abroad costs 8 to 15 points within two "
     "turns.",
     .turns = 8,
     .arm = {{"as it is", "--set events.chance=0 --set hazard.scale=0"},
             {"pension age", "--set events.chance=0 --set hazard.scale=0 --at 4:+pension-age"}},
     .check = {{"largest change of russia.stability within two turns", tp_measure_extreme, .arm = 1,
                .base = 0, .read = "russia.stability", .from = 5, .to = 6, .low = -15, .high = -8,
                .estimate = 1}}},
    {"F6",
     "That rally mostly lasts three years while news of the threat goes on, and fades faster when "
     "it stops.",
     .turns = 18,
     .arm = {{"threat", "--hold russia.threat=75"},
             {"threat, annexation", "--hold russia.threat=75 --at 4:+quick-annexation"},
             {"calm", "--hold russia.threat=15"},
             {"calm, annexation", "--hold russia.threat=15 --at 4:+quick-annexation"}},
     .check = {{"share of the lift left after three years, under threat", tp_measure_left, .arm = 1,
                .base = 0, .read = "russia.stability", .from = 6, .to = 18, .low = 0.5, .high = 1,
                .estimate = 1},
               {"share left after a year, under threat less in calm", tp_measure_left_less,
                .arm = 1, .base = 3, .read = "russia.stability", .from = 6, .to = 10, .low = 0,
                .high = HUGE_VAL}}},
    {"F7",
     "Without a crisis, stability follows felt prosperity, and prosperity is the largest term.",
     .turns = 24, .arm = {{"no crises", "--set hazard.scale=0 --hold russia.rally=0"}},
     .check = {{"standardised slope of russia.stability on russia.prosperity", tp_measure_slope,
                .read = "russia.stability russia.prosperity russia.threat russia.narrative "
                        "russia.control",
                .from = 4, .to = 24, .low = 0, .high = HUGE_VAL},
               {"that slope less the largest of threat, narrative and control",
                tp_measure_dominance,
                .read = "russia.stability russia.prosperity russia.threat russia.narrative "
                        "russia.control",
                .from = 4, .to = 24, .low = 0, .high = HUGE_VAL}}},
    {"F9",
     "To the Russian public the menace of the United States stands 5 to 15 points over that of "
     "Europe, and the two move together.",
     .turns = 24, .arm = {{"as it is", ""}},
     .check = {{"menace of the United States less that of Europe, turns 1 to 24", tp_measure_over,
                .read = "russia>united-states.menace russia>europe.menace", .from = 1, .to = 24,
                .low = 5, .high = 15, .estimate = 1},
               {"correlation of their changes since the start", tp_measure_together,
                .read = "russia>united-states.menace russia>europe.menace", .to = 12, .low = 0,
                .high = HUGE_VAL}}},
    {"F10", "Commitments of an alliance that are called on are honoured 35 to 75 % of the time.",
     .turns = 40, .arm = {{"as it is", ""}},
     .check = {{"share of guarantees honoured", tp_measure_honoured, .low = 0.35, .high = 0.75,
                .estimate = 1}}},
    {"F11",
     "Without the common adversary, bonds with low people and economic ties end at least twice as "
     "often in a year as those with high.",
     .turns = 20,
     .arm = {{"high ties", "--set russia-china.people=70 --set russia-china.economy=70 "
                           "--hold adversaries-of:russia-china=0"},
             {"low ties", "--set russia-china.people=10 --set russia-china.economy=15 "
                          "--hold adversaries-of:russia-china=0"}},
     .check = {{"hazard that russia-china.status falls, low over high", tp_measure_hazard, .arm = 1,
                .base = 0, .read = "russia-china.status", .from = 0, .to = 20, .low = 2,
                .high = HUGE_VAL, .estimate = 1}}},
    {"F13",
     "After a shock of the size of 2014 European defence spending moves by 0.05 to 0.1 % of output "
     "a year, after one of the size of 2022 by 0.1 to 0.2.",
     .turns = 20,
     .arm = {{"as it is", ""},
             {"2014", "--at 4:+quick-annexation"},
             {"2022", "--at 4:+full-scale-invasion"}},
     .check = {{"europe.spending per year over four years, 2014", tp_measure_yearly, .arm = 1,
                .base = 0, .read = "europe.spending", .from = 4, .to = 20, .low = 0.05, .high = 0.1,
                .estimate = 1},
               {"the same, 2022", tp_measure_yearly, .arm = 2, .base = 0, .read = "europe.spending",
                .from = 4, .to = 20, .low = 0.1, .high = 0.2, .estimate = 1}}},
    {"F15",
     "Under time pressure the share bought from the United States rises first: autonomy gets worse "
     "before it gets better.",
     .seats = "all=reflex europe=idle", .turns = 12,
     .arm = {{"as it is", ""}, {"2022", "--at 4:+full-scale-invasion"}},
     .check = {{"europe.imports two years later", tp_measure_difference, .arm = 1, .base = 0,
                .read = "europe.imports", .from = 12, .to = 12, .low = 0, .high = HUGE_VAL},
               {"europe.industry two years later, by itself", tp_measure_difference, .arm = 1,
                .base = 0, .read = "europe.industry", .from = 12, .to = 12, .low = -HUGE_VAL,
                .high = 0}}},
    {"F16", "Public support for common defence stays at 70 to 85 %: opinion does not bind.",
     .turns = 40, .arm = {{"as it is", ""}, {"2022", "--at 8:+full-scale-invasion"}},
     .check = {{"lowest mean of europe.support in 40 turns", tp_measure_lowest, .arm = 0,
                .read = "europe.support", .from = 0, .to = 40, .low = 70, .high = 85,
                .estimate = 1},
               {"highest mean, after a shock", tp_measure_highest, .arm = 1,
                .read = "europe.support", .from = 0, .to = 40, .low = 70, .high = 85,
                .estimate = 1}}},
    {"F17", "China's Western trade brakes open alignment with Russia: raising it lowers alignment.",
     .turns = 8,
     .arm = {{"as it is", "--hold china-united-states.economy=start --hold "
                          "europe-china.economy=start"},
             {"more trade", "--hold china-united-states.economy=start+20 --hold "
                            "europe-china.economy=start+20"}},
     .check = {{"russia-china.alignment at turn 8, more trade less as it is", tp_measure_difference,
                .arm = 1, .base = 0, .read = "russia-china.alignment", .from = 8, .to = 8,
                .low = -HUGE_VAL, .high = 0}}},
};

const int tp_claims_of_facts_count = sizeof tp_claims_of_facts / sizeof *tp_claims_of_facts;
