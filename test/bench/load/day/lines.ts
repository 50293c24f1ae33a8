/** The lines that the two windows write in, in each topic. */
export const windowMarks = ["主持记：", "部门记："] as const;

/** The line that one of the people on sockets writes in, in each topic. */
export function crowdMark(writer: number): string {
  return `发言${writer}：`;
}
