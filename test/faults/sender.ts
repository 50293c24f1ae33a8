import { cookieName } from "~/access/cookie.server";
import { onceField } from "~/ledger/onceField";
import type { OwnServer } from "../builders/ownServer";

/** What a form was answered in the end. */
export interface Answered {
  status: number;
  /** Where the page goes on; empty where it stays. */
  onward: string;
  text: string;
  /** How often it was sent. */
  times: number;
}

type Fields = Record<string, string | Blob>;

/** The sentence of an answer that was not what was hoped for. */
export function saidIn(text: string): string {
  return (
    (/notice-body">([^<]*)/.exec(text) ??
      /field-error[^>]*>([^<]*)/.exec(text) ??
      /<h1>([^<]*)/.exec(text))?.[1] ?? ""
  );
}

/** Somebody's browser that sends forms, and again with the same key where no answer came. */
export class Sender {
  /** Sentences for answers that are a fault of the server. */
  readonly faults: string[] = [];
  answered = 0;
  sentAgain = 0;

  constructor(
    readonly server: OwnServer,
    /** Of their sign-in. */
    readonly token: string,
    readonly patience = 180_000,
  ) {}

  /** Sends a form until it is answered; throws where nobody answers within the patience. */
  async press(path: string, fields: Fields, key: string): Promise<Answered> {
    const end = performance.now() + this.patience;
    for (let times = 1; ; times++) {
      const answer = await this.#send(path, fields, key).catch(() => null);
      if (answer) {
        this.answered += 1;
        if (times > 1) this.sentAgain += 1;
        if (answer.status >= 500) this.faults.push(`${answer.status} to ${path} ${String(fields.intent)}`);
        return { ...answer, times };
      }
      if (performance.now() > end) throw new Error(`nobody answers ${path}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  async #send(path: string, fields: Fields, key: string): Promise<Omit<Answered, "times">> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, [onceField]: key })) form.append(name, value);
    const files = Object.values(fields).some((value) => typeof value !== "string");
    const answer = await fetch(this.server.origin + path, {
      method: "POST",
      headers: {
        Cookie: `${cookieName}=${this.token}`,
        Origin: this.server.origin,
        "Accept-Language": "zh-CN",
      },
      body: files ? form : new URLSearchParams([...form] as [string, string][]),
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, onward: answer.headers.get("Location") ?? "", text: await answer.text() };
  }
}
