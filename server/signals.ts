import type { RunningServer } from "./start";

// In a terminal one Ctrl-C arrives three times: from the terminal itself, from npm, and from the launcher.
const sameKeyPress = 500;

/** Closes the server in order when the process is asked to end; asked once more, the process ends at once. */
export function closeOnSignal(server: Pick<RunningServer, "close">): void {
  let asked: number | undefined;
  const close = () => {
    if (asked !== undefined) {
      if (performance.now() - asked > sameKeyPress) process.exit(1);
      return;
    }
    asked = performance.now();
    void server.close().then(() => process.exit(0));
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
}
