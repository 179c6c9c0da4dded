"""As much of JSON Schema as web/schema uses. A keyword that it does not know fails: no rule is passed over in silence."""
import re

KINDS = {"null": lambda v: v is None, "boolean": lambda v: isinstance(v, bool), "string": lambda v: isinstance(v, str),
         "object": lambda v: isinstance(v, dict), "array": lambda v: isinstance(v, list),
         "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
         "number": lambda v: isinstance(v, (int, float)) and not isinstance(v, bool)}
BOUNDS = {"minimum": lambda v, bound: v >= bound, "maximum": lambda v, bound: v <= bound,
          "minLength": lambda v, bound: len(v) >= bound, "maxLength": lambda v, bound: len(v) <= bound,
          "minItems": lambda v, bound: len(v) >= bound, "maxItems": lambda v, bound: len(v) <= bound,
          "pattern": lambda v, bound: re.search(bound, v), "const": lambda v, bound: v == bound,
          "enum": lambda v, bound: v in bound}
HANDLED = {"type", "properties", "required", "items", "oneOf", "$ref", "additionalProperties"}
SAID_ONLY = {"title", "description", "example", "format"}


class Schema:
    """A document of schemas. What an object's schema does not name is a fault: a field is described before it is sent."""

    def __init__(self, document):
        self.document = document

    def at(self, pointer):
        found = self.document
        for key in pointer.lstrip("#").strip("/").split("/"):
            found = found[key.replace("~1", "/").replace("~0", "~")]
        return found

    def resolved(self, schema):
        return self.at(schema["$ref"]) if "$ref" in schema else schema

    def faults(self, value, schema, where=""):
        if "$ref" in schema:
            return self.faults(value, self.at(schema["$ref"]), where)
        if "oneOf" in schema:
            tried = [self.faults(value, each, where) for each in schema["oneOf"]]
            return [] if sum(not each for each in tried) == 1 else [f"{where} fits not one of them: {tried}"]
        unknown = schema.keys() - HANDLED - SAID_ONLY - BOUNDS.keys()
        if unknown:
            return [f"{where}: keywords that are not checked: {unknown}"]
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if kinds and not any(KINDS[kind](value) for kind in kinds):
            return [f"{where} is {value!r}, expected {kinds}"]
        if value is None:
            return []
        found = [f"{where} is {value!r}: {name} {bound}" for name, bound in schema.items()
                 if name in BOUNDS and not BOUNDS[name](value, bound)]
        if isinstance(value, dict):
            found += self.object_faults(value, schema, where)
        for index, each in enumerate(value if isinstance(value, list) else []):
            found += self.faults(each, schema.get("items", {}), f"{where}/{index}")
        return found

    def object_faults(self, value, schema, where):
        known = schema.get("properties")
        if known is None:
            return []
        found = [f"{where}/{key} is missing" for key in schema.get("required", []) if key not in value]
        for key, each in value.items():
            at = f"{where}/{key}"
            found += self.faults(each, known[key], at) if key in known else [f"{at} is not described"]
        return found
