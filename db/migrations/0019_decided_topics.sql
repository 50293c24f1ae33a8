-- What was decided stands: the quorum that held is kept with the outcome, and resolutions are opened again with a reason.
ALTER TABLE `topic` ADD `quorum_invited` integer;--> statement-breakpoint
ALTER TABLE `topic` ADD `quorum_present` integer;--> statement-breakpoint
ALTER TABLE `topic` ADD `quorum_needed` integer;--> statement-breakpoint
ALTER TABLE `topic` ADD `reopened_at` text;--> statement-breakpoint
ALTER TABLE `topic` ADD `reopen_reason` text DEFAULT '' NOT NULL;
