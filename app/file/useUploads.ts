import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "~/ui/OnceKey";
import { fileLimits } from "./fileLimits";
import { type SentFileAnswer, sendFile } from "./sendFile.client";

/** A file on its way. */
export interface Upload {
  key: string;
  file: File;
  /** Share of it that is sent, 0 to 1; from 1 on the server works on it. */
  sent: number;
  answer?: SentFileAnswer;
}

const tooLarge: SentFileAnswer = {
  ok: false,
  refusal: { code: "fileTooLarge", values: { megabytes: fileLimits.megabytes } },
};
const isTooLarge = ({ size }: File) => size > fileLimits.megabytes * 1024 * 1024;

/**
 * Sends files one after another and tells how far each has come. What was taken leaves the list once the page shows it;
 * what was not stays, with the reason, until it is sent again or given up.
 */
export function useUploads(address: string) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const { revalidate, state } = useRevalidator();
  const busy = useRef(false);
  const change = useCallback((key: string, more: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
  }, []);

  useEffect(() => {
    const next = uploads.find(({ answer }) => !answer);
    if (busy.current || !next) return;
    busy.current = true;
    const told = (sent: number) => change(next.key, { sent });
    void sendFile(address, next, told).then((answer) => {
      busy.current = false;
      change(next.key, { answer });
      if (answer.ok) revalidate();
    });
  }, [uploads, address, change, revalidate]);

  useEffect(() => {
    if (state === "idle") setUploads((all) => (all.some(isTaken) ? all.filter((one) => !isTaken(one)) : all));
  }, [state]);

  const add = (files: Iterable<File>) =>
    setUploads((all) => [
      ...all,
      ...[...files].map((file) => ({
        ...{ key: newKey(), file, sent: 0 },
        ...(isTooLarge(file) && { answer: tooLarge }),
      })),
    ]);
  const again = (key: string) => change(key, { answer: undefined, sent: 0 });
  const giveUp = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));
  return { uploads, add, again, giveUp };
}

const isTaken = ({ answer }: Upload) => answer?.ok === true;
