/** The search of the work side; words are asked for as `q`. */
export const searchAddress = "/desk/search";

/** Where one chooses the post in which one acts. */
export const postChoiceAddress = "/desk/post";

/** The ledger of events. */
export const ledgerHome = "/desk/ledger";

/** What somebody was told, the newest first. */
export const noticesAddress = "/desk/notices";
