-- Chinese names are sorted as they are read. The keys of the rows that are there are written at the next start.
ALTER TABLE `unit` ADD `sort_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `unit` ADD `initials` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `sort_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `person` ADD `initials` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `person_sort_key` ON `person` (`sort_key`,`account`);--> statement-breakpoint
-- The district's list and the three of the streets are one table; nothing points to its rows yet.
CREATE TABLE `duty_item_new` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text DEFAULT 'district' NOT NULL,
	`number` integer NOT NULL,
	`problem_class` text NOT NULL,
	`matter` text NOT NULL,
	`unit_id` text,
	`basis` text DEFAULT '' NOT NULL,
	`places` text DEFAULT '' NOT NULL,
	`department_does` text DEFAULT '' NOT NULL,
	`street_does` text DEFAULT '' NOT NULL,
	`ended_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `duty_item_new` (`id`, `number`, `problem_class`, `matter`, `unit_id`, `basis`)
	SELECT `id`, `number`, `problem_class`, `matter`, `unit_id`, `basis` FROM `duty_item`;--> statement-breakpoint
DROP TABLE `duty_item`;--> statement-breakpoint
ALTER TABLE `duty_item_new` RENAME TO `duty_item`;--> statement-breakpoint
CREATE UNIQUE INDEX `duty_item_list_number` ON `duty_item` (`list`,`number`);--> statement-breakpoint
CREATE INDEX `duty_item_unit` ON `duty_item` (`unit_id`);--> statement-breakpoint
CREATE TABLE `duty_assisting_unit` (
	`duty_item_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`duty_item_id`, `unit_id`),
	FOREIGN KEY (`duty_item_id`) REFERENCES `duty_item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `duty_assisting_unit_unit` ON `duty_assisting_unit` (`unit_id`);--> statement-breakpoint
-- A file with duty lists, kept from its preview until it is imported or given up.
CREATE TABLE `duty_upload` (
	`post_id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`bytes` blob NOT NULL,
	`uploaded_at` text NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
ALTER TABLE `problem` ADD `duty_item_id` text REFERENCES `duty_item`(`id`);--> statement-breakpoint
CREATE INDEX `problem_duty_item` ON `problem` (`duty_item_id`);
