import type { NextFunction, Request, Response } from "express";
import { deviceToken } from "~/access/cookie.server";
import { whichKnownDevice } from "~/access/signIn/knownDevice.server";
import { networkOf } from "~/access/signIn/pace";
import { TokenBucket } from "../live/tokenBucket";
import { refuse } from "./refuse";

// Where a form is taken from somebody who has not signed in, and answered with a page.
const doors = ["/sign-in", "/invitation"];

const perKey = { perSecond: 2, burst: 40 };
const ofStrangers = { perSecond: 20, burst: 100 };
const mostKeys = 10_000;

/**
 * Refuses forms of strangers that come faster than anybody types, in a sentence instead of a page: putting hundreds of
 * pages together would hold up everybody else's. Counted by address, and for all strangers together; a browser in which
 * somebody has signed in before is counted by itself.
 */
export function paceSignIns(clock: () => number = Date.now) {
  const strangers = new TokenBucket(ofStrangers.perSecond, ofStrangers.burst, clock());
  const buckets = new Map<string, TokenBucket>();
  const bucketOf = (key: string) => {
    // Forgetting them all gives each another burst, which the common bucket bounds.
    if (buckets.size >= mostKeys) buckets.clear();
    const bucket = buckets.get(key) ?? new TokenBucket(perKey.perSecond, perKey.burst, clock());
    buckets.set(key, bucket);
    return bucket;
  };
  const admits = (request: Request, device: string | undefined) => {
    const at = clock();
    if (device) return bucketOf(device).take(1, at);
    return bucketOf(networkOf(request.ip ?? "")).take(1, at) && strangers.take(1, at);
  };
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== "POST" || !doors.includes(request.path.replace(/\.data$/, ""))) return next();
    whichKnownDevice(deviceToken(request.headers.cookie))
      .then((device) => (admits(request, device) ? next() : refuse(request, response, "signInBusy")))
      .catch(next);
  };
}
