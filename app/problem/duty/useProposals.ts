import { type RefObject, useEffect, useState } from "react";
import { dutiesAddress } from "~/address/units";
import { writtenQuery } from "~/problem/writtenProblem";
import type { DutyProposal } from "./dutyProposals.server";

// Milliseconds after the last key.
const askAfter = 400;

/**
 * The duties that the problem in the form around an element may fall under, asked for anew whenever typing pauses. It is
 * only help: what cannot be answered, as when the sign-in has ended, leaves the form and what was proposed as they are.
 */
export function useProposals(inside: RefObject<HTMLElement>): DutyProposal[] {
  const [proposals, setProposals] = useState<DutyProposal[]>([]);
  useEffect(() => {
    const form = inside.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = "";
    let last = new AbortController();
    const ask = async () => {
      const query = writtenQuery(new FormData(form));
      if (query === "" || query === asked) return;
      asked = query;
      last.abort();
      last = new AbortController();
      const found = await proposalsFor(query, last.signal).catch(() => null);
      if (found) setProposals(found);
    };
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(), askAfter);
    };
    later();
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    return () => {
      clearTimeout(waiting);
      last.abort();
      form.removeEventListener("input", later);
      form.removeEventListener("change", later);
    };
  }, [inside]);
  return proposals;
}

async function proposalsFor(query: string, signal: AbortSignal): Promise<DutyProposal[] | null> {
  const headers = { Accept: "application/json" };
  const answer = await fetch(`${dutiesAddress}/proposals?${query}`, { signal, headers, redirect: "error" });
  return answer.ok ? ((await answer.json()) as { proposals: DutyProposal[] }).proposals : null;
}
