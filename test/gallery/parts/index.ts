import type { Part } from "../part";
import * as buttons from "./buttons";
import * as fields from "./fields";
import * as frames from "./frames";
import * as heads from "./heads";
import * as lists from "./lists";
import * as messages from "./messages";
import * as plainFields from "./plainFields";
import * as windows from "./windows";
import * as words from "./words";

/** Every part of app/ui in every state; `Button` is shown as `button`, and so on. */
export const parts: Record<string, Part> = Object.fromEntries(
  Object.entries<Part>({
    ...{ ...buttons, ...fields, ...plainFields, ...messages, ...words },
    ...{ ...lists, ...heads, ...windows, ...frames },
  })
    .map(([name, part]): [string, Part] => [name[0]?.toUpperCase() + name.slice(1), part])
    .sort(([one], [other]) => (one < other ? -1 : 1)),
);
