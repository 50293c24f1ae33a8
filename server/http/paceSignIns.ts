import type { NextFunction, Request, Response } from "express";
import { deviceToken } from "~/access/cookie.server";
import { whichKnownDevice } from "~/access/signIn/knownDevice.server";
import { networkOf } from "~/access/signIn/pace";
import { pacedByKey } from "./pacing";
import { refuse } from "./refuse";

// Where a form is taken from somebody who has not signed in, and answered with a page.
const doors = ["/sign-in", "/invitation"];

const perKey = { perSecond: 2, burst: 40 };
const ofStrangers = { perSecond: 20, burst: 100 };

/**
 * Refuses forms of strangers that come faster than anybody types, in a sentence instead of a page: putting hundreds of
 * pages together would hold up everybody else's. Counted by address, and for all strangers together; a browser in which
 * somebody has signed in before is counted by itself.
 */
export function paceSignIns(clock: () => number = Date.now) {
  const byKey = pacedByKey(perKey, clock);
  const strangers = pacedByKey(ofStrangers, clock);
  const admits = (request: Request, device: string | undefined) =>
    device ? byKey(device) : byKey(networkOf(request.ip ?? "")) && strangers("");
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== "POST" || !doors.includes(request.path.replace(/\.data$/, ""))) return next();
    whichKnownDevice(deviceToken(request.headers.cookie))
      .then((device) => (admits(request, device) ? next() : refuse(request, response, "signInBusy")))
      .catch(next);
  };
}
