import type { Chance } from "./chance";

/** Values that no field, address or header is made for. */
export const oddValues = [
  ...["", " ", "x".repeat(9_000), "\u0000", "🚧\ufffd", "-1", "1e999", "NaN", "2026-02-31", "__proto__"],
  ...["<script>", "' or 1=1 --", "[]", '{"rows":{}}', "null", "9".repeat(30), "../..", "%00", "none"],
  ...[
    "1999-01",
    "2026-13",
    "RW-2026-9999",
    "HS-2026-0001",
    "东街",
    "\ud800",
    "\u202e北",
    "true",
    "2026-12-01",
  ],
];

const oddNames = [
  ...["__proto__", "__proto__.x", "constructor", "constructor.prototype.x", "toString", "intent", "once"],
  ...["__intent__", "__state__", "[]", "[0]", "a[b", "a..b", "days[99999999].month", "proposed[3].toString"],
];

const oddQueries = [
  ...[
    "?",
    "?lang=xx",
    "?lang=en&lang=zh-CN",
    "?q=%00",
    "?q=%E0%A4%A",
    "?version=x",
    "?version=-1",
    "?q=北街",
  ],
  ...["?year=99999999999", "?before=x&after=x", "?from=x&to=x", "?number=x", "?open=x", "?index", "?_data=x"],
  ...[
    "?page=-1",
    "?page=99999999",
    "?state=x&view=x&unit=x",
    "?class=__proto__",
    "?step=rows&done=x",
    "?add",
  ],
  ...[
    "?_routes=x",
    "?key=x&key=topic:x",
    "?words=%F0",
    "?words=北街密件",
    "?q=密件",
    "?kind=x&id=x",
    "?edit=NOR-2026-0001",
  ],
];

const oddHeaders: Record<string, string>[] = [
  {},
  ...[
    { "Accept-Language": "xx;q=9" },
    { "X-Forwarded-Host": "evil.example" },
    { "X-Forwarded-For": "1, 2, 3" },
  ],
  ...[{ Cookie: "huishang_session=%00; a=b; =" }, { "If-None-Match": "*" }, { Range: "bytes=0-1,5-" }],
  ...[
    { Origin: "https://evil.example" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Accept-Encoding": "br;q=x" },
  ],
  ...[
    { "Content-Type": "application/json" },
    { "Content-Type": "multipart/form-data" },
    { Expect: "100-continue" },
  ],
];

const methods = ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND", "HEAD"];

/** A query, headers and a method, most of them as they should be. */
export function oddRequest(random: Chance): {
  query: string;
  headers: Record<string, string>;
  method?: string;
} {
  return {
    query: random.below(2) === 0 ? random.one(oddQueries) : "",
    headers: random.below(4) === 0 ? random.one(oddHeaders) : {},
    method: random.below(25) === 0 ? random.one(methods) : undefined,
  };
}

/** The same form with one or two things wrong about it. */
export function spoilt(random: Chance, form: [string, string][]): [string, string][] {
  const fields = [...form];
  for (let left = 1 + random.below(2); left > 0; left--) {
    const at = random.below(fields.length);
    const [name, value] = fields[at] ?? ["x", ""];
    const spoil = [
      () => fields.splice(at, 1),
      () => fields.push([name, value]),
      () => fields.splice(at, 1, [name, random.one(oddValues)]),
      () => fields.splice(at, 1, [name + random.one(["[0]", "[]", ".x", "[99999999]", "[1][2]"]), value]),
      () => fields.push([name + random.one(["[0]", ".x", "[99999999]"]), value]),
      () => fields.push([random.one(oddNames), random.one(oddValues)]),
    ];
    random.one(spoil)();
  }
  return fields;
}
