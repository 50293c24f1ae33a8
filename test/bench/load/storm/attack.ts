import { randomOf } from "../../statistics";
import { attacksOn } from "./attacks";
import type { Target } from "./servedWorld";

// At the same time.
const arms = 4;

/**
 * Attacks for so long, in an order that is the same each time; answers how often, and how many faults came back.
 * @param order `only` names the attacks; left out, all of them
 */
export async function attack(
  order: Target & { seconds: number; only?: string[] },
): Promise<Record<string, number>> {
  const attacks = Object.entries(attacksOn(order))
    .filter(([name]) => order.only?.includes(name) ?? true)
    .map(([, work]) => work);
  const random = randomOf(1);
  const end = performance.now() + order.seconds * 1_000;
  const count = { attacks: 0, requests: 0, faults: 0, withoutAnswer: 0 };
  const arm = async () => {
    while (performance.now() < end) {
      const statuses = await attacks[Math.floor(random() * attacks.length)]!();
      count.attacks += 1;
      count.requests += statuses.length;
      // 503 says when to come again.
      count.faults += statuses.filter((status) => status >= 500 && status !== 503).length;
      count.withoutAnswer += statuses.filter((status) => status === 0).length;
    }
  };
  await Promise.all(Array.from({ length: arms }, arm));
  return count;
}
