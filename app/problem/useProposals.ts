import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { dutiesAddress } from "~/address/units";
import type { DutyProposal } from "./dutyProposals.server";
import { writtenQuery } from "./writtenProblem";

// Milliseconds after the last key.
const askAfter = 400;

/** The duties that the problem in the form around an element may fall under, asked for anew whenever typing pauses. */
export function useProposals(inside: RefObject<HTMLElement>): DutyProposal[] {
  const fetcher = useFetcher<{ proposals: DutyProposal[] }>();
  const { load } = fetcher;
  const asked = useRef("");
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const query = writtenQuery(new FormData(form));
      if (query === "" || query === asked.current) return;
      asked.current = query;
      load(`${dutiesAddress}/proposals?${query}`);
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, askAfter);
    };
    later();
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
    };
  }, [inside, load]);
  return fetcher.data?.proposals ?? [];
}
