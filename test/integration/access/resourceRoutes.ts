import { addMonths, dayOf, monthOf } from "~/calendar/day";
import type { World } from "../../builders/world";
import type { RouteEntry } from "./routeTable";

type Rights = NonNullable<RouteEntry["loader"]>;

/** Who offers: every unit, in its own name. The administrator reads nothing of it. */
const givers: Rights = { admin: "hidden", leader: "denied", others: "allowed" };
const readers: Rights = { admin: "hidden", others: "allowed" };

/** A need of the task that unit works leads in street east. */
const needReaders: Rights = {
  ...{ office: "allowed", leader: "allowed", "street-east": "allowed", "community-east": "allowed" },
  ...{ "dept-works": "allowed", others: "hidden" },
};
const needTenders: Rights = {
  ...{ office: "allowed", leader: "denied", "street-east": "denied", "community-east": "denied" },
  ...{ "dept-works": "allowed", others: "hidden" },
};

/** An offer of unit water that stands open. */
const offerReaders: Rights = {
  ...{ admin: "hidden", "community-east": "hidden", "community-west": "hidden", others: "allowed" },
};
const giver: Rights = {
  ...{ admin: "hidden", "community-east": "hidden", "community-west": "hidden" },
  "dept-water": "allowed",
};

/** In which the task was resolved. */
const lastMonth = addMonths(monthOf(dayOf(new Date().toISOString())), -1);
const need = ({ resources }: World) => ({ need: resources.need });
const offer = ({ resources }: World) => ({ offer: resources.offer });
const promise = ({ resources }: World) => ({ promise: resources.promiseId, reason: "另有安排" });
const wanted = () => ({ kind: "people", amount: "20", from: "2026-01-10", words: "清运堆物" });
const shown = () => ({ ...wanted(), version: "1" });

/** The routes of needs and offers with the right answer for everybody. */
export const resourceRoutes: Record<string, RouteEntry> = {
  "desk.resources._index": { loader: readers },
  "desk.resources[.]xlsx": { loader: readers },
  "desk.resources.needs.new": {
    query: `?task=RW-${lastMonth.slice(0, 4)}-0001`,
    loader: needTenders,
    acts: { add: { form: wanted, rights: needTenders } },
  },
  "desk.resources.needs.$need": {
    params: need,
    loader: needReaders,
    acts: {
      change: { form: shown, rights: needTenders },
      end: { form: () => ({ as: "met", reason: "已解决" }), rights: needTenders },
      accept: {
        form: ({ resources }) => ({ offer: resources.offerId, amount: "5" }),
        rights: needTenders,
      },
      decline: {
        form: ({ resources }) => ({ offer: resources.madeId, reason: "已另行安排" }),
        rights: needTenders,
      },
      takeBack: { form: promise, rights: needTenders },
    },
  },
  "desk.resources.offers.new": {
    loader: givers,
    acts: { add: { form: wanted, rights: givers } },
  },
  "desk.resources.offers.$offer": {
    params: offer,
    loader: offerReaders,
    acts: {
      change: { form: shown, rights: giver },
      withdraw: { form: () => ({ reason: "不再提供" }), rights: giver },
      // Whose need it serves takes it back as well.
      takeBack: { form: promise, rights: { ...giver, office: "allowed", "dept-works": "allowed" } },
    },
  },
};
