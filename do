{
  "thirdpole": "save",
  "format": 1,
  "id": "tiny",
  "title": "Two Rivers",
  "played": 12,
  "seed": "0000000000000001",
  "player": "league",
  "policies": {
    "crown": "reflex",
    "jade": "reflex",
    "aegis": "reflex"
  },
  "world": {
    "hash": "5336169164bb5d80",
    "turn": 12,
    "result": "draw",
    "ending": "dusk",
    "pending": [],
    "variables": {
      "league.stability": 59.73041639947361,
      "league.prosperity": 49.992025200935416,
      "league.expectation": 49.670696997378805,
      "league.shortfall": 0,
      "league.grievance": 10.065898832081292,
      "league.openness": 79.99679687984634,
      "league.control": 10.0235035186088,
      "league.threat": 33.596670544552595,
      "league.alarm": 100,
      "league.revolution_fear": 20.058243910765448,
      "league.contract": 10.352834185569435,
      "league.effort": 30.233793955936655,
      "league.rally": 0,
      "league.narrative": 0,
      "league.enrichment": 44.81643372587449,
      "league.security": 0,
      "league.spending": 2.0334301115049325,
      "league.military": 45.08061322044791,
      "league.assertiveness": 30.91780408576104,
      "league.power": 98.37744718226598,
      "league.coercion": 13.377447182265982,
      "league.consent": 50,
      "league.reliance": 50,
      "league.promised": 0,
      "league.budget": 79.4676281004872,
      "league.capital": 80.15532736050253,
      "league.attention": 2,
      "league.industry": 39.9339327997051,
      "league.command": 30,
      "league.enablers": 30,
      "league.readiness": 40,
      "league.deterrent": 30,
      "league.autonomy": 33.32414468603818,
      "league.support": 75.39580572433194,
      "league.imports": 51.59324447241917,
      "league.deterrence": 41.39681937775051,
      "league.gap": 51.761561329347565,
      "league.unity": 42.4301847219495,
      "isle.stability": 59.99864502554679,
      "isle.prosperity": 49.996410386593894,
      "isle.expectation": 49.99909319870433,
      "isle.shortfall": 0.0026828121104358615,
      "isle.grievance": 10.001129629513263,
      "isle.openness": 39.999999669732546,
      "isle.control": 40.000007836739755,
      "isle.threat": 31.130775517858552,
      "isle.alarm": 100,
      "isle.revolution_fear": 20.000068240130148,
      "isle.contract": 30.00093335207789,
      "isle.effort": 30.000217880587496,
      "isle.rally": 0,
      "isle.narrative": 0,
      "isle.enrichment": 34.997020628080506,
      "isle.security": 0,
      "isle.spending": 2.0067676003673425,
      "isle.military": 40.01249113942172,
      "isle.assertiveness": 30,
      "isle.power": 40.008968701278,
      "isle.coercion": 0,
      "isle.consent": 60.630184721949504,
      "isle.reliance": 39.23608044598433,
      "isle.promised": 0,
      "vale.stability": 59.99864502554679,
      "vale.prosperity": 49.996410386593894,
      "vale.expectation": 49.99909319870433,
      "vale.shortfall": 0.0026828121104358615,
      "vale.grievance": 10.001129629513267,
      "vale.openness": 39.999999669732546,
      "vale.control": 40.000007836739755,
      "vale.threat": 31.130775517858556,
      "vale.alarm": 100,
      "vale.revolution_fear": 20.000068240130148,
      "vale.contract": 30.00093335207789,
      "vale.effort": 30.000217880587496,
      "vale.rally": 0,
      "vale.narrative": 0,
      "vale.enrichment": 34.997020628080506,
      "vale.security": 0,
      "vale.spending": 2.006767600367343,
      "vale.military": 40.01249113942172,
      "vale.assertiveness": 30,
      "vale.power": 58.71890073847349,
      "vale.coercion": 0,
      "vale.consent": 40.630184721949504,
      "vale.reliance": 59.23608044598433,
      "vale.promised": 0,
      "crown.stability": 65.19781035238307,
      "crown.prosperity": 44.70206028626626,
      "crown.expectation": 46.49245066677904,
      "crown.shortfall": 1.7903903805127825,
      "crown.grievance": 11.78782745275372,
      "crown.openness": 24.99593003090901,
      "crown.control": 65.04405137894813,
      "crown.threat": 57.944781847446286,
      "crown.alarm": 123.85532050775849,
      "crown.revolution_fear": 20.1910058312613,
      "crown.contract": 53.18942908319238,
      "crown.effort": 51.45569167524637,
      "crown.rally": 0,
      "crown.narrative": 61.85606287120681,
      "crown.enrichment": 20.925289631576767,
      "crown.security": 19.06434702102404,
      "crown.spending": 2.0178282292120966,
      "crown.military": 84.66473141677434,
      "crown.assertiveness": 47.30707850473565,
      "crown.power": 124.21117427613078,
      "crown.coercion": 39.21117427613078,
      "crown.consent": 0,
      "crown.reliance": 0,
      "crown.promised": 0,
      "crown.budget": 12.89613180483388,
      "crown.capital": 6.792469453244652,
      "crown.attention": 2,
      "jade.stability": 60.53305357677298,
      "jade.prosperity": 50.03958361515881,
      "jade.expectation": 50.01467212775485,
      "jade.shortfall": 0,
      "jade.grievance": 10,
      "jade.openness": 20,
      "jade.control": 75,
      "jade.threat": 46.175943508971955,
      "jade.alarm": 126.53661874452385,
      "jade.revolution_fear": 20,
      "jade.contract": 29.99514294145376,
      "jade.effort": 29.99852257339896,
      "jade.rally": 0,
      "jade.narrative": 59.44683540815858,
      "jade.enrichment": 35.030138982483656,
      "jade.security": 8.233707871551138,
      "jade.spending": 2.008000306185457,
      "jade.military": 62.01607104655103,
      "jade.assertiveness": 43.9837251863997,
      "jade.power": 123.3725438741053,
      "jade.coercion": 38.372543874105304,
      "jade.consent": 0,
      "jade.reliance": 0,
      "jade.promised": 0,
      "jade.budget": 46.010547693441424,
      "jade.capital": 34.085859165531815,
      "jade.attention": 2,
      "aegis.stability": 59.996893166557236,
      "aegis.prosperity": 50.0310552300592,
      "aegis.expectation": 49.9932790117035,
      "aegis.shortfall": 0,
      "aegis.grievance": 10.00456410501975,
      "aegis.openness": 39.99996880423552,
      "aegis.control": 40.000359389369095,
      "aegis.threat": 31.13371635022854,
      "aegis.alarm": 100,
      "aegis.revolution_fear": 20.001401331424887,
      "aegis.contract": 30.010167809078578,
      "aegis.effort": 30.006836377998077,
      "aegis.rally": 0,
      "aegis.narrative": 0,
      "aegis.enrichment": 35.01665159886566,
      "aegis.security": 0,
      "aegis.spending": 2.0067805902691154,
      "aegis.military": 95.0125103336501,
      "aegis.assertiveness": 36.207343150263775,
      "aegis.power": 133.7521391305184,
      "aegis.coercion": 48.7521391305184,
      "aegis.consent": 0,
      "aegis.reliance": 0,
      "aegis.promised": 0,
      "aegis.budget": 45.99117505733835,
      "aegis.capital": 45.99599455065754,
      "aegis.attention": 2,
      "crown-jade.government": 96.69141631742974,
      "crown-jade.economy": 37.09861544938471,
      "crown-jade.people": 12,
      "crown-jade.brittle": 48.6289219664781,
      "crown-jade.durable": 18.87465386234618,
      "crown-jade.cohesion": 67.50357582882428,
      "crown-jade.alignment": 52.50841650840607,
      "crown-jade.status": 2,
      "league-crown.government": 41.000553230624874,
      "league-crown.economy": 50.150791141768046,
      "league-crown.people": 30,
      "league-crown.brittle": 2.762254428888126,
      "league-crown.durable": 36.53769778544201,
      "league-crown.cohesion": 39.29995221433014,
      "league-crown.alignment": 24.20012279544625,
      "league-crown.status": 0,
      "league-aegis.government": 86.51387687507535,
      "league-aegis.economy": 60.51649355204375,
      "league-aegis.people": 60,
      "league-aegis.brittle": 17.03326357919323,
      "league-aegis.durable": 63.12912338801094,
      "league-aegis.cohesion": 80.16238696720417,
      "league-aegis.alignment": 67.13569803037542,
      "league-aegis.status": 3,
      "jade-aegis.government": 39.82935921328919,
      "jade-aegis.economy": 59.99314305971538,
      "jade-aegis.people": 20,
      "jade-aegis.brittle": 0,
      "jade-aegis.durable": 30.998285764928845,
      "jade-aegis.cohesion": 30.998285764928845,
      "jade-aegis.alignment": 30.998285764928845,
      "jade-aegis.status": 1,
      "crown-aegis.government": 24.53099272097295,
      "crown-aegis.economy": 14.982653542375692,
      "crown-aegis.people": 15,
      "crown-aegis.brittle": 0,
      "crown-aegis.durable": 15.745663385593923,
      "crown-aegis.cohesion": 15.745663385593923,
      "crown-aegis.alignment": 15.745663385593923,
      "crown-aegis.status": 0,
      "isle-crown.government": 39.730016370092706,
      "isle-crown.economy": 29.990205003071388,
      "isle-crown.people": 20,
      "isle-crown.brittle": 0,
      "isle-crown.durable": 23.49755125076785,
      "isle-crown.cohesion": 23.49755125076785,
      "isle-crown.alignment": 23.49755125076785,
      "isle-crown.status": 0,
      "vale-crown.government": 39.730016370092706,
      "vale-crown.economy": 59.99020500307138,
      "vale-crown.people": 20,
      "vale-crown.brittle": 0,
      "vale-crown.durable": 30.997551250767845,
      "vale-crown.cohesion": 30.997551250767845,
      "vale-crown.alignment": 30.997551250767845,
      "vale-crown.status": 1,
      "crown>aegis.menace": 72.49849800702547,
      "crown>aegis.energy": 0,
      "crown>aegis.presence": 0,
      "crown>aegis.influence": 0,
      "crown>aegis.sanctions": 0,
      "crown>league.menace": 61.877348032014766,
      "crown>league.energy": 0,
      "crown>league.presence": 0,
      "crown>league.influence": 0,
      "crown>league.sanctions": 0,
      "jade>aegis.menace": 61.994071153945214,
      "jade>aegis.energy": 0,
      "jade>aegis.presence": 0,
      "jade>aegis.influence": 0,
      "jade>aegis.sanctions": 0,
      "league>crown.menace": 53.398447380196096,
      "league>crown.energy": 40,
      "league>crown.presence": 0,
      "league>crown.influence": 20,
      "league>crown.sanctions": 20,
      "league>aegis.menace": 10.615932265663801,
      "league>aegis.energy": 0,
      "league>aegis.presence": 50,
      "league>aegis.influence": 0,
      "league>aegis.sanctions": 0,
      "isle>crown.menace": 63.64210945840287,
      "isle>crown.energy": 0,
      "isle>crown.presence": 0,
      "isle>crown.influence": 0,
      "isle>crown.sanctions": 0,
      "vale>crown.menace": 33.64210945840287,
      "vale>crown.energy": 0,
      "vale>crown.presence": 0,
      "vale>crown.influence": 0,
      "vale>crown.sanctions": 0,
      "aegis>crown.menace": 53.65294664472898,
      "aegis>crown.energy": 0,
      "aegis>crown.presence": 0,
      "aegis>crown.influence": 0,
      "aegis>crown.sanctions": 30,
      "claim:garrison.credibility": 63.581640476668305,
      "claim:garrison.reach": 80.44076915069212,
      "claim:siege.credibility": 60.99327406847607,
      "claim:siege.reach": 75.44076915069212,
      "claim:middle.credibility": 59.44683540815858,
      "claim:middle.reach": 79.9996741622915,
      "track:canal": 9.240266194888187,
      "world.turn": 12,
      "world.energy_price": 50,
      "world.energy_margin": 0,
      "world.unilateralism": 40,
      "world.commitment": 65.93522650703798,
      "world.tension": 43.447728180566436,
      "world.us_network": 80.16238696720417,
      "world.hazard": 0,
      "world.crisis": 0
    },
    "actions": {
      "levy": {
        "left": 0,
        "cooldown": 0,
        "used": 12
      },
      "whisper": {
        "left": 0,
        "cooldown": 0,
        "used": 9
      },
      "visit": {
        "left": 0,
        "cooldown": 0,
        "used": 12
      },
      "gamble": {
        "left": 0,
        "cooldown": 0,
        "used": 12
      }
    },
    "events": {
      "flood": {
        "fired": 1,
        "cooldown": 0,
        "due": 0
      },
      "envoy": {
        "fired": 1,
        "cooldown": 0,
        "due": 0
      }
    },
    "objectives": {
      "canal": 0,
      "quiet": 12
    },
    "endings": {
      "silence": 0,
      "war": 0,
      "dusk": 12
    }
  },
  "turns": [
    {
      "hash": "20182a9d2142230f",
      "orders": {
        "crown": [
          "whisper",
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "40bc8c5719699d04",
      "orders": {
        "crown": [
          "whisper",
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "c9359e0b89b006de",
      "orders": {
        "crown": [
          "levy",
          "whisper"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "2dd526ea126253a1",
      "orders": {
        "crown": [
          "levy",
          "whisper"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "f127c4b21c872568",
      "orders": {
        "crown": [
          "whisper",
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "092174a46cc03304",
      "orders": {
        "crown": [
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "6b67cd974cd8d82b",
      "orders": {
        "crown": [
          "levy",
          "whisper"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "33f44655087ec61f",
      "orders": {
        "crown": [
          "levy",
          "whisper"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "44c54f225a46e2a0",
      "orders": {
        "crown": [
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "62c317d3f923e514",
      "orders": {
        "crown": [
          "levy",
          "whisper"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "5a1db8477f505355",
      "orders": {
        "crown": [
          "whisper",
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    },
    {
      "hash": "5336169164bb5d80",
      "orders": {
        "crown": [
          "levy"
        ],
        "jade": [
          "visit"
        ],
        "aegis": [
          "gamble"
        ]
      }
    }
  ],
  "scenario": {"format":1,"id":"tiny","title":"Two Rivers","summary":"A small world for tests; it shares no name with the shipped scenarios.","start":"1900-Q1","turns":12,"roles":{"player":"league","union":"league","guarantor":"aegis","adversary":"crown"},"sources":["made up for tests"],"actors":{"league":{"name":"The League","kind":"union","countries":[],"color":"#808080","at":[0,50],"size":20,"population":10,"vars":{"stability":60,"prosperity":50,"expectation":50,"grievance":10,"openness":80,"control":10,"threat":30,"revolution_fear":20,"contract":10,"effort":30,"rally":0,"spending":2,"military":45,"assertiveness":30,"industry":40,"command":30,"enablers":30,"readiness":40,"deterrent":30,"support":75,"imports":50,"budget":20,"capital":20,"attention":2,"consent":50,"reliance":50,"promised":0},"income":{"budget":5,"capital":5,"attention":2},"goals":{"crown.narrative":-1,"league.autonomy":1}},"isle":{"name":"Isle","kind":"member","countries":[],"color":"#808080","at":[0,50],"size":8,"population":30,"vars":{"stability":60,"prosperity":50,"expectation":50,"grievance":10,"openness":40,"control":40,"threat":30,"revolution_fear":20,"contract":30,"effort":30,"rally":0,"spending":2,"military":40,"assertiveness":30,"consent":60,"reliance":40,"promised":0},"states":2,"votes":true},"vale":{"name":"Vale","kind":"member","countries":[],"color":"#808080","at":[0,50],"size":12,"population":70,"vars":{"stability":60,"prosperity":50,"expectation":50,"grievance":10,"openness":40,"control":40,"threat":30,"revolution_fear":20,"contract":30,"effort":30,"rally":0,"spending":2,"military":40,"assertiveness":30,"consent":40,"reliance":60,"promised":0},"states":3,"votes":true},"crown":{"name":"The Crown","kind":"power","countries":[],"color":"#808080","at":[0,50],"size":3,"population":10,"vars":{"stability":65,"prosperity":50,"expectation":50,"grievance":10,"openness":25,"control":65,"threat":55,"revolution_fear":20,"contract":50,"effort":50,"rally":0,"spending":2,"military":60,"assertiveness":30,"budget":10,"capital":10,"attention":2},"income":{"budget":4,"capital":4,"attention":2},"goals":{"crown.stability":1}},"jade":{"name":"Jade","kind":"power","countries":[],"color":"#808080","at":[0,50],"size":15,"population":10,"vars":{"stability":60,"prosperity":50,"expectation":50,"grievance":10,"openness":20,"control":75,"threat":45,"revolution_fear":20,"contract":30,"effort":30,"rally":0,"spending":2,"military":62,"assertiveness":30,"budget":10,"capital":10,"attention":2},"income":{"budget":4,"capital":4,"attention":2},"goals":{"jade.stability":1}},"aegis":{"name":"Aegis","kind":"power","countries":[],"color":"#808080","at":[0,50],"size":25,"population":10,"vars":{"stability":60,"prosperity":50,"expectation":50,"grievance":10,"openness":40,"control":40,"threat":30,"revolution_fear":20,"contract":30,"effort":30,"rally":0,"spending":2,"military":95,"assertiveness":30,"budget":10,"capital":10,"attention":2},"income":{"budget":4,"capital":4,"attention":2},"goals":{"world.us_network":1}}},"pairs":{"crown-jade":{"government":60,"economy":35,"people":12,"status":1},"league-crown":{"government":40,"economy":50,"people":30},"league-aegis":{"government":70,"economy":60,"people":60,"ally":true,"status":3},"jade-aegis":{"government":40,"economy":60,"people":20},"crown-aegis":{"government":25,"economy":15,"people":15},"isle-crown":{"government":40,"economy":30,"people":20},"vale-crown":{"government":40,"economy":60,"people":20}},"views":{"crown>aegis":{"menace":70},"crown>league":{"menace":60},"jade>aegis":{"menace":60},"league>crown":{"menace":45,"energy":40,"sanctions":20,"influence":20},"league>aegis":{"menace":10,"presence":50},"isle>crown":{"menace":60},"vale>crown":{"menace":30},"aegis>crown":{"menace":50,"sanctions":30}},"defaults":{"tie":{"government":30,"economy":30,"people":20,"status":0},"view":{"menace":0,"energy":0,"presence":0,"influence":0,"sanctions":0}},"world":{"energy_price":50,"unilateralism":40,"commitment":70,"tension":40},"claims":{"garrison":{"holder":"crown","about":"aegis","title":"Aegis keeps the League","text":"Aegis keeps the League as a garrison.","weight":1,"credibility":60,"reach":80,"evidence":[{"var":"league>aegis.presence","weight":0.4},{"var":"league.autonomy","weight":-0.4}],"contradiction":[{"var":"league.support","weight":0.3}],"echo":["jade"]},"siege":{"holder":"crown","about":"league","title":"We are besieged","text":"The river lands are under siege.","weight":2,"credibility":50,"reach":75,"evidence":[{"var":"league>crown.sanctions","weight":0.5},{"var":"league.gap","weight":0.3}],"echo":["jade"]},"middle":{"holder":"jade","about":"aegis","title":"The middle way","text":"Order is ours.","weight":1,"credibility":55,"reach":80,"evidence":[{"var":"world.tension","weight":0.4}],"echo":["crown"]}},"tracks":{"canal":{"name":"The canal","start":10,"min":0,"max":100}},"rules":{"economy.price_rate":0.15,"economy.price_swing":0,"economy.growth_swing":0,"prosperity.rate":0.35,"prosperity.trade":1,"prosperity.energy_bill":0.1,"prosperity.energy_revenue":0.1,"prosperity.sanctions":0.3,"prosperity.sanctions_cost":0.1,"prosperity.burden":1,"expectation.rate":0.1,"menace.rate":0.3,"menace.assertiveness":0.3,"menace.sanctions":0.15,"menace.claim":0.15,"menace.ally":0.2,"menace.people":0.2,"menace.government":0.1,"menace.unilateralism":0.2,"menace.influence":0.1,"menace.crisis":5,"influence.rate":0.1,"threat.rate":0.35,"threat.menace":0.4,"threat.amplify":0.6,"fear.rate":0.3,"fear.influence":0.5,"fear.grievance":0.4,"effort.rate":0.4,"effort.fear":0.4,"effort.contract":0.5,"control.rate":0.2,"control.fear":0.3,"openness.rate":0.05,"openness.control":0.4,"openness.people":0.1,"reach.rate":0.25,"reach.effort":0.4,"reach.control":0.3,"credibility.rate":0.2,"credibility.echo":20,"contract.rate":0.03,"contract.shortfall":0.12,"contract.surplus":0.04,"grievance.rate":0.25,"grievance.shortfall":0.8,"grievance.influence":0.3,"rally.fade":0.45,"rally.news":65,"rally.floor":0.03,"stability.rate":0.35,"stability.enrichment":0.6,"stability.security":0.8,"stability.control":0.15,"stability.grievance":0.8,"stability.rally":1,"government.rate":0.1,"government.cohesion":0.5,"government.sanctions":0.3,"government.menace":0.2,"trade.rate":0.12,"trade.sanctions":0.4,"trade.government":0.1,"cohesion.people":0.8,"cohesion.economy":0.25,"cohesion.adversary":1,"alignment.stake":0.4,"status.alignment":25,"status.entente":40,"status.alliance":55,"status.slack":8,"status.chance":1,"power.joint":0.7,"power.threshold":85,"assertiveness.rate":0.15,"assertiveness.power":0.5,"assertiveness.gap":0.2,"assertiveness.stake":0.1,"tension.rate":0.2,"tension.assertiveness":0.3,"tension.sanctions":0.2,"tension.crisis":4,"spending.rate":0.03,"spending.threat":0.05,"military.rate":0.06,"military.spending":10,"pillar.wear":0.02,"pillar.imports":0.5,"imports.rate":0.2,"imports.threat":0.6,"imports.industry":0.3,"support.rate":0.2,"support.threat":0.15,"consent.rate":0.15,"consent.menace":0.3,"consent.reliance":0.2,"consent.unilateralism":0.1,"consent.influence":0.3,"consent.promised":0.5,"reliance.rate":0.2,"reliance.presence":0.4,"reliance.autonomy":0.3,"promised.rate":0.15,"unity.division":0.5,"deterrence.own":1,"deterrence.presence":0.8,"gap.power":0.75,"commitment.rate":0.1,"commitment.unilateralism":0.4,"hazard.highest":25,"hazard.middle":40,"hazard.width":15,"hazard.tension":0.3,"hazard.assertiveness":0.2,"hazard.stake":0.2,"crisis.rally":14,"crisis.step_rally":3,"crisis.easing":0.3,"crisis.backing_down":4,"crisis.disbelief":4,"crisis.dismay":3,"crisis.triumph":4,"crisis.war":20,"guarantee.base":0.2,"guarantee.commitment":0.007,"guarantee.unilateralism":0.003,"guarantee.resolve":8,"guarantee.dismay":10,"wedge.base":0.15,"wedge.unilateralism":0.006,"wedge.dependence":0.004,"wedge.cohesion":0.005,"council.states":55,"council.population":65,"council.margin":8,"council.promised":0.5,"income.prosperity":0.7,"income.standing":0.5,"events.chance":1,"hazard.scale":0,"policy.jitter":8,"policy.caution":12,"policy.victory":100},"actions":{"forge":{"seat":"league","title":"Build forges","text":"Arms made at home.","theme":"defence","cost":{"budget":4,"capital":3},"turns":3,"cooldown":2,"vote":"qualified","appeal":{"base":-30,"terms":[{"var":"member.consent","weight":0.8}]},"effects":[{"var":"league.industry","add":4,"each":"turn"},{"var":"track:canal","add":10,"at":"end"}],"reflex":{"base":10}},"pact":{"seat":"league","title":"Sign the pact","text":"All or none.","theme":"diplomacy","cost":{"budget":1,"capital":5},"vote":"unanimity","once":true,"appeal":{"base":-30,"terms":[{"var":"member.consent","weight":0.8}]},"stances":{"vale":-40},"effects":[{"var":"league-crown.government","add":10}]},"gift":{"seat":"league","title":"A gift to Vale","text":"Grain for votes.","theme":"economy","cost":{"budget":3,"capital":1},"cooldown":1,"effects":[{"var":"vale.promised","add":30}],"reflex":{"base":2}},"levy":{"seat":"crown","title":"Raise a levy","text":"Households pay.","theme":"defence","cost":{"budget":2,"capital":2},"when":[{"var":"crown.military","<":90}],"effects":[{"var":"crown.military","add":3},{"var":"crown.prosperity","add":-3}],"reflex":{"base":5}},"whisper":{"seat":"crown","title":"Whisper to the League","text":"Doubt is cheap.","theme":"information","cost":{"budget":2,"capital":3},"wedge":"league-aegis","effects":[{"var":"league-aegis.government","add":-10}],"failure":[{"var":"league>crown.menace","add":4}],"reflex":{"base":4}},"visit":{"seat":"jade","title":"State visit","text":"Two days, one communique.","theme":"diplomacy","cost":{"budget":1,"capital":2},"effects":[{"var":"crown-jade.government","add":5}],"reflex":{"base":5}},"gamble":{"seat":"aegis","title":"A gamble","text":"May come off.","theme":"diplomacy","cost":{"budget":1,"capital":1},"chance":{"base":0.2,"terms":[{"var":"world.commitment","weight":0.005}]},"effects":[{"var":"league-aegis.government","add":5}],"failure":[{"var":"world.commitment","add":-2}],"reflex":{"base":3}}},"events":{"flood":{"title":"The river floods","text":"Fields are under water.","chance":0.2,"cooldown":3,"once":false,"effects":[{"var":"league.prosperity","add":-4}]},"envoy":{"title":"An envoy","text":"He wants an answer.","chance":0,"at":2,"seat":"league","options":{"receive":{"title":"Receive him","effects":[{"var":"league-crown.government","add":5}],"reflex":{"base":1}},"refuse":{"title":"Refuse him","effects":[{"var":"world.tension","add":5}],"then":{"event":"echo","in":2}},"never":{"title":"Never on offer","when":[{"var":"world.turn",">":300}],"effects":[]}}},"echo":{"title":"The refusal is remembered","text":"Two turns later.","chance":0,"effects":[{"var":"track:canal","add":-5}]},"clash":{"title":"A clash at the ford","text":"Shots.","chance":0,"once":false,"crisis":"crown>league","effects":[]},"conquest":{"title":"A quick conquest","text":"Cheap.","chance":0,"effects":[{"var":"crown.rally","add":35}]}},"influences":{"silt":{"to":"track:canal","from":"league.prosperity","gain":0.1,"why":"Trade dredges it."}},"objectives":{"canal":{"title":"Finish the canal","when":[{"var":"track:canal",">=":30}],"weight":1},"quiet":{"title":"Keep it quiet","when":[{"var":"world.tension","<":60}],"weight":1}},"endings":{"silence":{"title":"The story falls silent","text":"Nobody listens.","when":[{"var":"crown.narrative","<":20}],"for":2,"result":"victory"},"war":{"title":"War","text":"The ladder had a top.","when":[{"var":"world.crisis",">=":5}],"result":"defeat"},"dusk":{"title":"Dusk","text":"The years are over.","when":[],"final":true,"result":"draw"}},"offsets":{}}
}
