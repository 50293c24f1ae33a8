import type { NextFunction, Request, Response } from "express";
import { findFeed } from "~/access/account/feedToken.server";
import { networkOf } from "~/access/signIn/pace";
import { hashToken } from "~/access/token.server";
import { feedPath } from "~/address/accounts";
import { pacedByKey } from "./pacing";
import { refuse } from "./refuse";

// A calendar asks a few times an hour; several devices share one address.
const ofFeed = { perSecond: 0.1, burst: 20 };
const ofNetwork = { perSecond: 0.2, burst: 20 };
const ofStrangers = { perSecond: 5, burst: 100 };

/**
 * Refuses requests for calendar feeds that come faster than calendars ask: those with a good key counted by it, those
 * without one by network address and all together, so that guessing costs nobody else theirs.
 */
export function paceCalendars(clock: () => number = Date.now) {
  const byFeed = pacedByKey(ofFeed, clock);
  const byNetwork = pacedByKey(ofNetwork, clock);
  const together = pacedByKey(ofStrangers, clock);
  const admits = async (request: Request) => {
    const token = String(request.query.key ?? "");
    if (await findFeed(token)) return byFeed(hashToken(token));
    return byNetwork(networkOf(request.ip ?? "")) && together("");
  };
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.path.replace(/\.data$/, "") !== feedPath) return next();
    admits(request)
      .then((admitted) => (admitted ? next() : refuse(request, response, "calendarBusy")))
      .catch(next);
  };
}
