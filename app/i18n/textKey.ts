import type zhCN from "./zh-CN";

type Paths<Branch> = {
  [Name in keyof Branch & string]: Branch[Name] extends string ? Name : `${Name}.${Paths<Branch[Name]>}`;
}[keyof Branch & string];

/** The address of one text, such as `task.state.open`. The Chinese texts say which there are. */
export type TextKey = Paths<typeof zhCN>;

/**
 * Writes one text in the language of the reader, with values put in their places. A key put together at run time
 * type-checks where each of its parts is a union of literals. i18next's own typed function is not used, because
 * it compares every call with every text and ends the compiler.
 */
export type Translate = (key: TextKey, values?: Readonly<Record<string, unknown>>) => string;

/** The names directly under a branch of the texts, such as the outcomes under `problem.outcome`. */
export type TextsUnder<Branch extends string> = TextKey extends infer Key
  ? Key extends `${Branch}.${infer Name}`
    ? Name
    : never
  : never;
