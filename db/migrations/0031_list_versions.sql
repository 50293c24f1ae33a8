-- A row of a list is saved before it is complete: words that were not there can be written once.
DROP TRIGGER problem_wording_frozen;--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem
WHEN NEW.number IS NOT OLD.number OR NEW.street_id IS NOT OLD.street_id
	OR (OLD.original_wording <> '' AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'problem' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording))
BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;
