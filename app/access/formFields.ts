import { z } from "zod";

/** Greatest index that the name of a field may carry, as in `days[11].month`. */
export const largestIndex = 999;

/** A form that says nothing but which button was pressed. */
export const emptyForm = z.object({});

/** How often a field may come in one form. */
type Times = "once" | "often";

/** Fields by their names with every index left out, such as `days[].month`. */
type Fields = ReadonlyMap<string, Times>;

const listed = new WeakMap<z.core.$ZodType, Fields>();

/** Lists the fields that the schema of a form asks for. */
export function fieldsOf(schema: z.core.$ZodType): Fields {
  const fields = listed.get(schema) ?? new Map(fieldsAt(schema, ""));
  listed.set(schema, fields);
  return fields;
}

function fieldsAt(schema: z.core.$ZodType, name: string): [string, Times][] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([key, field]) =>
        fieldsAt(field, name === "" ? key : `${name}.${key}`),
      );
    case "array":
      // A list of plain values comes as `unit=a&unit=b` or with an index.
      return fieldsAt(def.element, `${name}[]`).flatMap(([inner]) =>
        inner === `${name}[]` ? repeated(name) : [[inner, "once"]],
      );
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "catch":
    case "nonoptional":
    case "readonly":
      return fieldsAt(def.innerType, name);
    case "pipe":
      return fieldsAt(def.in, name);
    default:
      return [[name, "once"]];
  }
}

const repeated = (name: string): [string, Times][] => [
  [name, "often"],
  [`${name}[]`, "often"],
];

/**
 * Keeps of what was sent only the fields that a form has, and which button was pressed (`intent`). Returns null
 * where the form cannot be read: a field that is asked for once came twice, or an index is beyond all bounds.
 */
export function keepFields(sent: FormData, schema: z.core.$ZodType): FormData | null {
  const fields = fieldsOf(schema);
  const kept = new FormData();
  for (const [name, value] of sent) {
    const times = name === "intent" ? "once" : fields.get(name.replace(/\[\d*\]/g, "[]"));
    if (times === undefined) continue;
    if (times === "once" && kept.has(name)) return null;
    if ([...name.matchAll(/\d+(?=\])/g)].some(([index]) => Number(index) > largestIndex)) return null;
    kept.append(name, value);
  }
  return kept;
}
