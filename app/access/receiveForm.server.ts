import { type FormBounds, readForm } from "./readForm.server";
import { foundOrThrow, requireActor } from "./request.server";

type Asking = Awaited<ReturnType<typeof requireActor>>;

/**
 * Reads the form that somebody who is signed in sends. A form can be minutes on its way: who asks is looked for before
 * any of it is read, and again once all of it is there, as what they are by then.
 * @param meets looks for the thing that the form is about; null answers 404 before anything is read
 */
export async function receiveForm(
  request: Request,
  { meets, bounds }: { meets?: (asking: Asking) => Promise<unknown>; bounds?: FormBounds } = {},
): Promise<Asking & { sent: FormData }> {
  const asking = await requireActor(request);
  if (meets) foundOrThrow(await meets(asking));
  const sent = await readForm(request, bounds);
  return { ...(await requireActor(request)), sent };
}
