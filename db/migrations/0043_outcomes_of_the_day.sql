-- A topic can be put off to a day on which it comes again; reservations stand by unit; how long each topic took is kept;
-- a resolution can be a power that was exercised on the spot.
ALTER TABLE `topic` ADD `deferred_to_date` text;--> statement-breakpoint
ALTER TABLE `topic` ADD `deferred_to_meeting_id` text REFERENCES meeting(id);--> statement-breakpoint
ALTER TABLE `topic` ADD `deferred_from_topic_id` text REFERENCES topic(id);--> statement-breakpoint
CREATE INDEX `topic_deferred_to` ON `topic` (`deferred_to_meeting_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `topic_deferred_once` ON `topic` (`deferred_from_topic_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `reservation` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`unit_id` text,
	`words` text NOT NULL,
	`by_post_id` text,
	`at` text NOT NULL,
	`read_at` text,
	`read_by_post_id` text,
	`withdrawn_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `reservation_topic` ON `reservation` (`topic_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reservation_of_unit` ON `reservation` (`topic_id`,`unit_id`) WHERE withdrawn_at is null;--> statement-breakpoint
-- What was written with an outcome names no unit; it was said in the room.
INSERT INTO `reservation` (`id`, `topic_id`, `words`, `by_post_id`, `at`, `read_at`, `read_by_post_id`)
	SELECT `id`, `id`, `reservations`, `outcome_by_post_id`, coalesce(`outcome_at`, ''), `outcome_at`, `outcome_by_post_id`
	FROM `topic` WHERE `reservations` <> '';--> statement-breakpoint
ALTER TABLE `topic` DROP COLUMN `reservations`;--> statement-breakpoint
CREATE TABLE `topic_time` (
	`topic_id` text PRIMARY KEY NOT NULL,
	`planned_minutes` integer,
	`seconds` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
ALTER TABLE `resolution` ADD `kind` text DEFAULT 'task' NOT NULL;--> statement-breakpoint
ALTER TABLE `resolution` ADD `power` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `resolution` ADD `power_basis` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `resolution` ADD `power_post` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `resolution` ADD `power_document` text DEFAULT '' NOT NULL;--> statement-breakpoint
DROP TRIGGER resolution_frozen;--> statement-breakpoint
CREATE TRIGGER resolution_frozen BEFORE UPDATE OF id, minutes_id, meeting_id, topic_id, ordinal, resident_text, lead_unit_id, due_date, milestones, measure, evidence, resource_kind, resource_text, check_back_date, kind, power, power_basis, power_post, power_document ON resolution BEGIN SELECT RAISE(ABORT, 'an adopted resolution is frozen'); END;
