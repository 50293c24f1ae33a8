-- Failures are counted for each key in one row instead of one row each; what was counted before is not worth keeping.
DROP TABLE `sign_in_failure`;--> statement-breakpoint
CREATE TABLE `sign_in_pace` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
);--> statement-breakpoint
CREATE INDEX `sign_in_pace_last` ON `sign_in_pace` (`last_at`);--> statement-breakpoint
CREATE TABLE `known_device` (
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`used_at` text NOT NULL,
	PRIMARY KEY(`token_hash`, `person_id`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `known_device_person` ON `known_device` (`person_id`,`used_at`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_person` ON `invitation` (`person_id`);--> statement-breakpoint
ALTER TABLE `sign_in` ADD `last_used_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `holding` ADD `left_at` text;
