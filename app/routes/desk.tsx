import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { navigationFor, sectionAt } from "~/access/navigation";
import { requestInstant, requireActor, whoAsks } from "~/access/request.server";
import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import type { TextKey } from "~/i18n/textKey";
import { CodeNamesContext } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { newId } from "~/ledger/identifier.server";
import { unreadNotices } from "~/notice/unreadNotices.server";
import { codeNames } from "~/rules/codeNames.server";
import { FailedPage } from "~/ui/frame/FailedPage";
import { WorkFrame } from "~/ui/frame/WorkFrame";
import { OnceSeed } from "~/ui/OnceKey";
import { KeptWordsOwner } from "~/ui/useKeptWords";
import { myWorkCount } from "~/work/myWork.server";

export const handle = { script: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, now } = await requireActor(request);
  const signedIn = await whoAsks(request);
  return {
    district: context.district as string,
    person: { id: actor.personId, name: actor.name, postId: actor.postId },
    posts: signedIn?.posts ?? [],
    waiting: await myWorkCount(actor, now),
    unread: await unreadNotices(actor),
    onceSeed: newId(),
    codes: await codeNames(),
    sections: navigationFor(actor, dayOf(requestInstant())),
  };
}

/** A page names its own keys in its handle: what each does is a message key. */
interface KeyHandle {
  keys?: readonly { keys: string; does: TextKey }[];
}

interface FrameProps {
  facts: SerializeFrom<typeof loader>;
  children: ReactNode;
}

function Frame({ facts, children }: FrameProps) {
  const { district, person, posts, sections, waiting, unread } = facts;
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const keys = useMatches().flatMap((match) => (match.handle as KeyHandle | undefined)?.keys ?? []);
  const current = sectionAt(sections, pathname)?.to;
  const label = (post: (typeof posts)[number]) => {
    const name = `${named(post.unitName, i18n.language)} ${named(post.title, i18n.language)}`;
    return post.standsIn ? t("unit.standIn.named", { name }) : name;
  };
  const acting = posts.find((post) => post.id === person.postId);
  return (
    <CodeNamesContext.Provider value={facts.codes}>
      <OnceSeed value={facts.onceSeed}>
        <KeptWordsOwner value={`${person.id} ${person.postId}`}>
          <WorkFrame
            district={district}
            person={{
              name: person.name,
              post: acting ? label(acting) : "",
              otherPosts: posts
                .filter((post) => post !== acting)
                .map((post) => ({ id: post.id, label: label(post) })),
            }}
            nav={sections.map(({ key, to }) => ({ to, label: t(`nav.${key}`), current: to === current }))}
            myWork={{ to: "/desk", count: waiting, current: pathname === "/desk" }}
            notices={{ to: "/desk/notices", count: unread, current: pathname === "/desk/notices" }}
            language={i18n.language}
            keys={keys.map((key) => ({ keys: key.keys, does: t(key.does) }))}
          >
            {children}
          </WorkFrame>
        </KeptWordsOwner>
      </OnceSeed>
    </CodeNamesContext.Provider>
  );
}

export default function DeskFrame() {
  return (
    <Frame facts={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

/** A page of work that cannot be shown leaves its frame standing: search and the way on stay at hand. */
export function ErrorBoundary() {
  const facts = useRouteLoaderData<typeof loader>("routes/desk");
  if (!facts) return <FailedPage home="/desk" />;
  return (
    <Frame facts={facts}>
      <FailedPage home="/desk" />
    </Frame>
  );
}
