-- What a community raises stands beside its street's list until the street answers. Rows that communities put on lists
-- before stay on them, as if they had been adopted.
CREATE TABLE `community_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`day_id` text NOT NULL,
	`street_id` text NOT NULL,
	`community_id` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`proposed_by_post_id` text NOT NULL,
	`proposed_at` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by_post_id` text,
	`answered_at` text,
	`into_problem_id` text,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`day_id`) REFERENCES `consultation_day`(`meeting_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`street_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`community_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `community_proposal_problem` ON `community_proposal` (`problem_id`);--> statement-breakpoint
CREATE INDEX `community_proposal_street` ON `community_proposal` (`street_id`,`state`);--> statement-breakpoint
CREATE INDEX `community_proposal_community` ON `community_proposal` (`community_id`,`state`);--> statement-breakpoint
CREATE INDEX `community_proposal_day` ON `community_proposal` (`day_id`);--> statement-breakpoint
CREATE INDEX `community_proposal_into` ON `community_proposal` (`into_problem_id`);
--> statement-breakpoint
-- Words may be written once where none are (0031), and a problem goes with its street when that is merged (0033): the
-- latter had left the former out.
DROP TRIGGER IF EXISTS problem_wording_frozen;--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem
WHEN NEW.number IS NOT OLD.number
	OR (NEW.street_id IS NOT OLD.street_id AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = OLD.street_id AND u.merged_into = NEW.street_id))
	OR (NEW.original_wording IS NOT OLD.original_wording AND OLD.original_wording <> '' AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'problem' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording))
BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;--> statement-breakpoint
CREATE INDEX `problem_list_street` ON `problem_list` (`street_id`);
