-- Texts were indexed as they were typed once; those are indexed anew by the server, a few at a time.
ALTER TABLE `search_entry` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `search_entry_version` ON `search_entry` (`version`);
