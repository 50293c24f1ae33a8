/**
 * Answers with a Word file.
 * @param plainName what it is called where letters of other scripts do not count
 */
export function wordAnswer(
  { name, bytes }: { name: string; bytes: Uint8Array },
  plainName: string,
): Response {
  const names = `filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Content-Disposition": `attachment; ${names}`,
      "Cache-Control": "no-store",
    },
  });
}
