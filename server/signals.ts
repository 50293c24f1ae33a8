import type { RunningServer } from "./start";

/** Closes the server in order when the process is asked to end; a second signal ends it at once. */
export function closeOnSignal(server: RunningServer): void {
  let closing = false;
  const close = () => {
    if (closing) process.exit(1);
    closing = true;
    void server.close().then(() => process.exit(0));
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}
