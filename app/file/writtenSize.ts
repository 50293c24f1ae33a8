const kilobyte = 1024;

/** Writes how large a file is, such as "1.2 MB". */
export function writtenSize(bytes: number, language: string): string {
  const [unit, size] =
    bytes < kilobyte * kilobyte ? ["kilobyte", bytes / kilobyte] : ["megabyte", bytes / kilobyte / kilobyte];
  const format = { style: "unit", unit: unit as string, maximumFractionDigits: size < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, format).format(Math.max(size as number, 0.1));
}
