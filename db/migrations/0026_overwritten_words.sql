-- Words that somebody else's change replaced before its author had received them wait for whoever wrote them.
CREATE TABLE `overwritten_words` (
	`id` text PRIMARY KEY NOT NULL,
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`kind` text NOT NULL,
	`entry_id` text NOT NULL,
	`step_id` text,
	`field` text NOT NULL,
	`topic_id` text,
	`value` text NOT NULL,
	`client` integer NOT NULL,
	`clock` integer NOT NULL,
	`writer_person_id` text,
	`writer_post_id` text,
	`over_client` integer,
	`over_clock` integer,
	`over_person_id` text,
	`over_post_id` text,
	`caused_by` text,
	`at` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`told` integer DEFAULT 0 NOT NULL,
	`settled_by_person_id` text,
	`settled_by_post_id` text,
	`settled_at` text,
	`version` integer DEFAULT 1 NOT NULL
);--> statement-breakpoint
CREATE INDEX `overwritten_words_room` ON `overwritten_words` (`room`,`state`);--> statement-breakpoint
CREATE INDEX `overwritten_words_item` ON `overwritten_words` (`room`,`client`,`clock`);--> statement-breakpoint
CREATE INDEX `overwritten_words_writer` ON `overwritten_words` (`writer_person_id`,`state`);--> statement-breakpoint
CREATE INDEX `overwritten_words_untold` ON `overwritten_words` (`room`) WHERE told = 0;--> statement-breakpoint
ALTER TABLE `live_room` ADD `words_not_kept` integer DEFAULT 0 NOT NULL;
