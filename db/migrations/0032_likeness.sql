-- What a problem or task is compared by stands beside the entry by which it is found; the server writes it, a few at a time.
ALTER TABLE `search_entry` ADD `terms` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE VIRTUAL TABLE likeness_problem USING fts5(terms, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '#%^@~'");--> statement-breakpoint
CREATE VIRTUAL TABLE likeness_task USING fts5(terms, content = '', detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '#%^@~'");--> statement-breakpoint
INSERT INTO likeness_problem (likeness_problem, rank) VALUES ('secure-delete', 1);--> statement-breakpoint
INSERT INTO likeness_task (likeness_task, rank) VALUES ('secure-delete', 1);
