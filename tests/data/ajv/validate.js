// Reads the names of JSON files, one a line, and prints "yes" or "no" for each: does the schema named on the
// command line accept it? What is no JSON is refused.
const fs = require("fs");
const Ajv = require("ajv/dist/2020");
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
const accepts = ajv.compile(JSON.parse(fs.readFileSync(process.argv[2], "utf8")));
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function isAccepted(name) {
  try {
    return accepts(JSON.parse(decoder.decode(fs.readFileSync(name))));
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof TypeError) return false;
    throw fault;
  }
}

const names = fs.readFileSync(0, "utf8").split("\n").filter((name) => name);
console.log(names.map((name) => (isAccepted(name) ? "yes" : "no")).join("\n"));
