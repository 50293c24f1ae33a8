-- What units are asked to write about a topic before the meeting, and what they submitted.
CREATE TABLE `opinion` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`due_on` text NOT NULL,
	`asked_at` text NOT NULL,
	`asked_by_post_id` text NOT NULL,
	`taken_back_at` text,
	`position` text,
	`terms` text DEFAULT '' NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`submitted_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `opinion_topic_unit` ON `opinion` (`topic_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `opinion_meeting` ON `opinion` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `opinion_unit` ON `opinion` (`unit_id`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `opinion_version` (
	`id` text PRIMARY KEY NOT NULL,
	`opinion_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`position` text NOT NULL,
	`terms` text NOT NULL,
	`text` text NOT NULL,
	`at` text NOT NULL,
	`by_person_id` text NOT NULL,
	`by_post_id` text NOT NULL,
	FOREIGN KEY (`opinion_id`) REFERENCES `opinion`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `opinion_version_ordinal` ON `opinion_version` (`opinion_id`,`ordinal`);--> statement-breakpoint
-- What was submitted stays as it was; words may be erased by law, as elsewhere.
CREATE TRIGGER `opinion_version_frozen` BEFORE UPDATE ON `opinion_version`
WHEN NEW.id IS NOT OLD.id OR NEW.opinion_id IS NOT OLD.opinion_id OR NEW.ordinal IS NOT OLD.ordinal OR NEW.position IS NOT OLD.position
	OR NEW.at IS NOT OLD.at OR NEW.by_person_id IS NOT OLD.by_person_id OR NEW.by_post_id IS NOT OLD.by_post_id
	OR (NEW.terms IS NOT OLD.terms AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'opinionVersion' AND p.subject_id = OLD.id AND p.field = 'terms' AND p.becomes = NEW.terms))
	OR (NEW.text IS NOT OLD.text AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'opinionVersion' AND p.subject_id = OLD.id AND p.field = 'text' AND p.becomes = NEW.text))
BEGIN SELECT RAISE(ABORT, 'an opinion that was submitted stays as it was'); END;--> statement-breakpoint
CREATE TRIGGER `opinion_version_kept` BEFORE DELETE ON `opinion_version`
BEGIN SELECT RAISE(ABORT, 'an opinion that was submitted stays'); END;
--> statement-breakpoint
-- What a group goes to see before the meeting, and what it writes down there.
CREATE TABLE `research` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`brief` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TABLE `research_member` (
	`meeting_id` text NOT NULL,
	`post_id` text NOT NULL,
	`leads` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`meeting_id`, `post_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE TABLE `visit` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`people` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`by_person_id` text NOT NULL,
	`by_post_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `visit_meeting` ON `visit` (`meeting_id`,`date`);--> statement-breakpoint
CREATE TABLE `visit_matter` (
	`visit_id` text NOT NULL,
	`matter_id` text NOT NULL,
	`problem_id` text,
	`topic_id` text,
	PRIMARY KEY(`visit_id`, `matter_id`),
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `visit_matter_problem` ON `visit_matter` (`problem_id`);--> statement-breakpoint
CREATE INDEX `visit_matter_topic` ON `visit_matter` (`topic_id`);--> statement-breakpoint
CREATE TABLE `visit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	`received_at` text NOT NULL,
	`edited_at` text,
	`by_person_id` text NOT NULL,
	`by_post_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `visit_entry_visit` ON `visit_entry` (`visit_id`,`written_at`);
