-- Reasons, tests, classes are data of the rules. Why a list was returned is one of their codes where one was chosen.
ALTER TABLE `problem_list` ADD `return_code` text;--> statement-breakpoint
-- What the office would adopt next; one at a time is open.
CREATE TABLE `rule_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`base_id` text REFERENCES `rule_set`(`id`),
	`state` text DEFAULT 'draft' NOT NULL,
	`title` text NOT NULL,
	`document_number` text DEFAULT '' NOT NULL,
	`rules` text NOT NULL,
	`begun_by_person_id` text NOT NULL REFERENCES `person`(`id`),
	`begun_by_post_id` text NOT NULL REFERENCES `post`(`id`),
	`begun_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`proposed_by_person_id` text REFERENCES `person`(`id`),
	`proposed_at` text,
	`answered_by_person_id` text REFERENCES `person`(`id`),
	`answered_at` text,
	`answer` text DEFAULT '' NOT NULL,
	`rule_set_id` text REFERENCES `rule_set`(`id`),
	`version` integer DEFAULT 1 NOT NULL
);--> statement-breakpoint
CREATE UNIQUE INDEX `rule_proposal_open` ON `rule_proposal` ((1)) WHERE state IN ('draft', 'proposed', 'refused');--> statement-breakpoint
-- Where a rule hurts, in the words of whoever works by it; the next version answers.
CREATE TABLE `rule_feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`text` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`by_person_id` text NOT NULL REFERENCES `person`(`id`),
	`by_post_id` text NOT NULL REFERENCES `post`(`id`),
	`at` text NOT NULL,
	`decision` text,
	`answer` text DEFAULT '' NOT NULL,
	`rule_set_id` text REFERENCES `rule_set`(`id`),
	`answered_at` text
);--> statement-breakpoint
CREATE INDEX `rule_feedback_open` ON `rule_feedback` (`decision`);--> statement-breakpoint
CREATE INDEX `rule_feedback_person` ON `rule_feedback` (`by_person_id`);--> statement-breakpoint
-- What a proposal would answer to each.
CREATE TABLE `rule_feedback_answer` (
	`proposal_id` text NOT NULL REFERENCES `rule_proposal`(`id`),
	`feedback_id` text NOT NULL REFERENCES `rule_feedback`(`id`),
	`decision` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`proposal_id`, `feedback_id`)
);--> statement-breakpoint
-- What a person said of a test of admission that no fact decides.
CREATE TABLE `admission_tick` (
	`listing_id` text NOT NULL REFERENCES `listing`(`id`),
	`test` text NOT NULL,
	`result` text NOT NULL,
	`by_person_id` text NOT NULL REFERENCES `person`(`id`),
	`by_post_id` text NOT NULL REFERENCES `post`(`id`),
	`at` text NOT NULL,
	PRIMARY KEY(`listing_id`, `test`)
);
