import type { World } from "../../builders/world";
import type { Answer, Rights, RouteEntry } from "./routeTable";

const takesPart: Rights = { "street-east": "allowed", "dept-works": "allowed", others: "hidden" };
const organiser: Rights = { "street-east": "allowed", "dept-works": "denied", others: "hidden" };
const nothingThere: Rights = { others: "hidden" };

const ofMeeting = (world: World) => ({ meeting: world.weekly.slug });

/** Things of the day that the forms of these acts name do not exist at the weekly meeting. */
const foreign = [
  "history._index restore",
  "corrections adopt",
  "corrections refuse",
  "agenda takeProposal",
  "agenda declineProposal",
  "room putWordsBack",
  "room letWordsGo",
  "history._index putWordsBack",
  "history._index letWordsGo",
];
const ofWorks: Rights = { "dept-works": "allowed", others: "hidden" };
/** Nobody has proposed anything there yet; whoever decides about proposals sees that. */
const loaders: Record<string, Rights> = {
  corrections: { "street-east": "allowed", others: "hidden" },
  "minutes[.]docx": nothingThere,
  "minutes[.]json": nothingThere,
  // Nothing is worded before the session is over.
  "minutes_.edit": nothingThere,
  publish: nothingThere,
  // Whoever holds a meeting is not called to it.
  reply: { "dept-works": "allowed", others: "hidden" },
  "papers.sign-in": organiser,
  "papers.cards": organiser,
  "archive[.]zip": organiser,
  "opinions.$opinion": ofWorks,
};

/** Street east's weekly meeting, to which department works is called: for everybody else it does not exist. */
function rightsAt(key: string, rights: Rights): Rights {
  // Nothing of it is public.
  if (foreign.includes(key) || key.startsWith("publish ")) return nothingThere;
  // Its agenda is nobody's to approve: whoever calls it is no chair of it.
  if (["agenda approve", "agenda returnAgenda", "minutes sign", "minutes returnMinutes"].includes(key))
    return { "street-east": "denied", "dept-works": "denied", others: "hidden" };
  if (key.startsWith("opinions.$opinion ")) return ofWorks;
  // Its session has not opened: who takes part is told so before it is asked whose reservation it is.
  if (key === "room reserve" || key.endsWith("Reservation")) return takesPart;
  // Whoever holds a meeting changes its agenda themselves.
  if (key === "agenda propose") return { ...takesPart, "street-east": "denied" };
  return rights["dept-works"] === "allowed" || rights.others === "allowed" ? takesPart : organiser;
}

/** The pages of a consultation day as any meeting has them, under the address of the other meetings. */
export function pagesOfMeeting(days: Record<string, RouteEntry>): Record<string, RouteEntry> {
  const pages = Object.entries(days).filter(([file]) => /^desk_?\.days\.\$meeting\./.test(file));
  return Object.fromEntries(
    pages.map(([file, entry]): [string, RouteEntry] => {
      const page = file.replace(/^desk_?\.days\.\$meeting\./, "");
      const acts = Object.entries(entry.acts ?? {}).map(([intent, act]) => [
        intent,
        {
          form: (world: World) => act.form?.({ ...world, ...world.weekly }) ?? {},
          rights: rightsAt(`${page} ${intent}`, act.rights),
        },
      ]);
      const loader = entry.loader && (loaders[page] ?? takesPart);
      const params = (world: World) => ({
        ...entry.params?.({ ...world, ...world.weekly }),
        ...ofMeeting(world),
      });
      const twin = { ...entry, module: file, params, loader, acts: Object.fromEntries(acts) };
      return [file.replace(".days.", ".meetings."), twin];
    }),
  );
}

const callers: Record<string, Answer> = {
  office: "allowed",
  "street-east": "allowed",
  "street-west": "allowed",
};

/** The pages that only meetings which units call have. */
export const meetingRoutes: Record<string, RouteEntry> = {
  "desk.meetings._index": { loader: { admin: "hidden", others: "allowed" } },
  "desk.meetings[.]xlsx": { loader: { admin: "hidden", others: "allowed" } },
  "desk.topics": {
    loader: { office: "allowed", leader: "allowed", others: "hidden" },
    acts: {
      action: {
        form: ({ months }) => ({ slug: months.inSession, only: "none" }),
        rights: { office: "allowed", leader: "allowed", admin: "hidden" },
      },
    },
  },
  "desk.meetings.new": {
    loader: { ...callers, others: "hidden" },
    acts: {
      action: {
        form: () => ({ kind: "weekly", title: "周例会", date: "2099-01-05", startsAt: "09:15" }),
        rights: { ...callers, others: "hidden" },
      },
    },
  },
  "desk.meetings.$meeting._index": {
    params: ofMeeting,
    loader: takesPart,
    acts: {
      arrange: {
        form: () => ({ title: "周例会", date: "2099-01-05", startsAt: "09:15", version: "1" }),
        rights: organiser,
      },
      postpone: { form: () => ({ date: "2099-02-05", reason: "另有安排" }), rights: organiser },
      undoPostpone: { rights: organiser },
      cancel: { form: () => ({ reason: "另有安排" }), rights: organiser },
      restore: { rights: organiser },
      followUp: { rights: { "street-east": "allowed", others: "hidden" } },
    },
  },
};
