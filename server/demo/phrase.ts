/** A phrase with each `{}` replaced by the next value. */
export function filled(phrase: string, ...values: (string | number)[]): string {
  return values.reduce<string>((text, value) => text.replace("{}", String(value)), phrase);
}

/** One of several phrases; the same turn always takes the same one. */
export function pick<T>(from: readonly T[], turn: number): T {
  return from[turn % from.length]!;
}
