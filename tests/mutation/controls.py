"""The controls that keep faults out, how each is switched off, and the test that then fails."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Control:
    """What a module says, what it says with the control off, and the tests that notice."""

    name: str
    module: str
    says: str
    instead: str
    tests: tuple[str, ...]


_ZIP = "tests/handover/test_zip_reader.py::"
_TARGETS = "tests/faults/test_targets.py::"
_PATHS = "tests/faults/test_paths_and_names.py::"
_CONTENTS = "tests/faults/test_evidence_contents.py::"
_PUBLISH = "tests/handover/test_publish.py::"
_SEE = "tests/audience/test_see.py::"
_ORDER = "tests/faults/test_order_of_writing.py::"
_SIGNATURE = (
    "tests/faults/test_packages_received.py::"
    "test_z08_z09_a_signature_says_whose_it_is_and_which_build"
)
_A_PATH = f"{_PATHS}test_a_path_is_taken_or_its_author_is_told"
_A_FILE = f"{_CONTENTS}test_a_file_is_refused_by_what_it_holds_or_taken_as_it_is"

CONTROLS = (
    # what a receiver relies on
    Control(
        "changed files",
        "certfolio.handover.verify",
        "if digests[path] not in (None, expected[path]):",
        "if False:",
        (f"{_ZIP}test_z02_what_was_added_removed_emptied_or_changed_is_named",),
    ),
    Control(
        "added files",
        "certfolio.handover.verify",
        "for path in sorted(digests.keys() - expected.keys()):",
        "for path in ():",
        (f"{_ZIP}test_z02_what_was_added_removed_emptied_or_changed_is_named",),
    ),
    Control(
        "missing files",
        "certfolio.handover.verify",
        "for path in sorted(expected.keys() - digests.keys()):",
        "for path in ():",
        (f"{_ZIP}test_z02_what_was_added_removed_emptied_or_changed_is_named",),
    ),
    Control(
        "manifest as written",
        "certfolio.handover.manifest",
        "    if list(digests) != sorted(digests):",
        "    if False:",
        (f"{_ZIP}test_z07_a_manifest_that_is_not_as_we_write_it_is_refused",),
    ),
    Control(
        "manifest that lists itself",
        "certfolio.handover.manifest",
        "    if root in expected:",
        "    if False:",
        (f"{_ZIP}test_z07_a_manifest_that_is_not_as_we_write_it_is_refused",),
    ),
    Control(
        "duplicate entries",
        "certfolio.handover.zip_reader",
        "        if number > 1:",
        "        if False:",
        (f"{_ZIP}test_z03_z04_names_that_mean_two_files_or_leave_the_folder_are_refused",),
    ),
    Control(
        "case twins in a zip",
        "certfolio.handover.zip_reader",
        "    for first, second in twins(names):",
        "    for first, second in ():",
        (f"{_ZIP}test_z03_z04_names_that_mean_two_files_or_leave_the_folder_are_refused",),
    ),
    Control(
        "slip",
        "certfolio.handover.package_name",
        '    if ".." in parts or "." in parts or "" in parts:',
        "    if False:",
        (f"{_ZIP}test_z03_z04_names_that_mean_two_files_or_leave_the_folder_are_refused",),
    ),
    Control(
        "path budget",
        "certfolio.handover.package_name",
        "    if len(path) > PATH_LIMIT:",
        "    if False:",
        (f"{_ZIP}test_z03_z04_names_that_mean_two_files_or_leave_the_folder_are_refused",),
    ),
    Control(
        "two headers",
        "certfolio.handover.zip_layout",
        "    if told != (central.raw_name, central.flags, central.fields, central.size,"
        " central.packed):",
        "    if False:",
        (f"{_ZIP}test_z01_every_single_bit_that_flips_is_noticed",),
    ),
    Control(
        "plain files only",
        "certfolio.handover.zip_layout",
        "        if external != _PLAIN_FILE or made != _UNIX | needs:",
        "        if False:",
        (f"{_ZIP}test_z05_links_folders_devices_and_special_modes_are_refused",),
    ),
    Control(
        "bytes that belong to nothing",
        "certfolio.handover.zip_layout",
        "    if position != begins:",
        "    if False:",
        (f"{_ZIP}test_z03_every_byte_belongs_to_exactly_one_thing",),
    ),
    Control(
        "bombs",
        "certfolio.handover.zip_reader",
        "        if entry.size > _LARGE and entry.size > _MOST_RATIO * max(entry.packed, 1):",
        "        if False:",
        (f"{_ZIP}test_z06_a_bomb_is_refused_before_anything_is_unpacked",),
    ),
    Control(
        "damaged contents",
        "certfolio.handover.zip_reader",
        "    if size != entry.size or crc != entry.crc:",
        "    if False:",
        (f"{_ZIP}test_z01_the_damaged_file_is_named",),
    ),
    Control(
        "package read back",
        "certfolio.handover.package",
        "    if verified.faults or verified.files != files - 1:",
        "    if False:",
        (
            "tests/faults/test_packages_received.py::test_a_package_that_reads_back_wrong_is_not_made",
        ),
    ),
    Control(
        "digest that came another way",
        "certfolio.tasks.verify",
        "        elif found.digest not in (None, wanted):",
        "        elif False:",
        (
            "tests/faults/test_packages_received.py::"
            "test_z08_a_package_made_anew_by_somebody_else_passes_inside_and_fails_against_the_digest",
        ),
    ),
    Control(
        "signature",
        "certfolio.handover.signature",
        "        opened.verify(first[2 + _ID_SIZE :], _hash(path))",
        "        _hash(path)",
        (_SIGNATURE,),
    ),
    Control(
        "signed comment",
        "certfolio.handover.signature",
        "        opened.verify(whole, first[2 + _ID_SIZE :] + comment.encode())",
        "        pass",
        (_SIGNATURE,),
    ),
    Control(
        "leak gate",
        "certfolio.pipeline.composing",
        "    gate.look(folder)\n    gate.finish()",
        "    pass",
        (f"{_TARGETS}test_a_template_that_tells_what_is_hidden_is_never_published_or_sealed",),
    ),
    # publishing
    Control(
        "refusal of kept folders",
        "certfolio.handover.target",
        "        if holds(place, kept):",
        "        if False:",
        (f"{_PUBLISH}test_f15_f16_a_folder_that_is_not_ours_is_refused_and_untouched",),
    ),
    Control(
        "refusal of foreign folders",
        "certfolio.handover.target",
        "    if held is None:",
        "    if False:",
        (f"{_PUBLISH}test_f15_a_marker_that_is_a_link_or_says_something_else_makes_no_portal",),
    ),
    Control(
        "refusal of links",
        "certfolio.handover.target",
        "    if place.is_symlink():",
        "    if False:",
        (f"{_PUBLISH}test_f15_f16_a_folder_that_is_not_ours_is_refused_and_untouched",),
    ),
    Control(
        "a folder for each audience",
        "certfolio.handover.target",
        "    if held != target.audience:",
        "    if False:",
        (f"{_PUBLISH}test_a_folder_of_another_audience_is_refused_in_words",),
    ),
    Control(
        "refusal of places for packages",
        "certfolio.handover.package_place",
        "        if holds(place, kept):",
        "        if False:",
        (f"{_TARGETS}test_f15_f16_packages_are_not_put_where_something_else_lives",),
    ),
    Control(
        "lock",
        "certfolio.handover.lock",
        "        raise _busy(target, holder) from None",
        '        lock = FileLock(path.with_name("another"))',
        (f"{_TARGETS}test_f10_f11_a_lock_dies_with_its_holder",),
    ),
    Control(
        "flush before the swap",
        "certfolio.handover.publish",
        "                make_durable(folder)",
        "                pass",
        (f"{_ORDER}test_f03_a_portal_is_on_the_disk_before_it_is_seen",),
    ),
    Control(
        "flush of the folder",
        "certfolio.handover.swap",
        "        flush_folder(target.parent)\n    # after an exchange",
        "        pass\n    # after an exchange",
        (f"{_ORDER}test_f03_a_portal_is_on_the_disk_before_it_is_seen",),
    ),
    Control(
        "former portal put back",
        "certfolio.handover.swap",
        "                rename(former, target)\n            with suppress",
        "                pass\n            with suppress",
        (f"{_TARGETS}test_f14_a_new_portal_that_cannot_be_put_in_place_brings_the_former_back",),
    ),
    Control(
        "former package put back",
        "certfolio.handover.settle",
        "        _undo(settling)\n        raise",
        "        raise",
        ("tests/handover/test_settle.py::test_f05_a_failure_at_any_file_puts_everything_back",),
    ),
    Control(
        "journal of a package",
        "certfolio.handover.settle",
        "    finished = [*_finished(settling)] if settling is not None else []",
        "    finished: list[str] = []",
        (
            "tests/handover/test_settle.py::test_f01_a_crash_after_any_step_is_finished_by_the_next_start",
        ),
    ),
    Control(
        "repair before a build",
        "certfolio.handover.swap",
        '    for folder in left_behind(target, "staging|old"):',
        "    for folder in ():",
        ("tests/handover/test_swap.py::test_f13_a_crash_after_any_step_is_repaired",),
    ),
    Control(
        "copies read a second time",
        "certfolio.handover.check_copies",
        "    if changed:",
        "    if False:",
        (f"{_TARGETS}test_f18_a_file_swapped_between_copying_and_publishing_ends_with_8",),
    ),
    Control(
        "pages looked at a second time",
        "certfolio.pipeline.composing",
        "    if complaints:\n        raise RenderFailed(complaints)",
        "    if False:\n        raise RenderFailed(complaints)",
        (f"{_TARGETS}test_a_page_with_a_dead_link_or_a_script_is_never_published",),
    ),
    Control(
        "links that lead nowhere",
        "certfolio.handover.check_pages",
        "        if target not in files:",
        "        if False:",
        ("tests/handover/test_check_pages.py::test_whatever_must_not_be_in_a_page_is_named",),
    ),
    Control(
        "scripts that slipped in",
        "certfolio.handover.page_look",
        "            if f\"'sha256-{digest}'\" not in _directive(self.policy, name):",
        "            if False:",
        ("tests/handover/test_check_pages.py::test_whatever_must_not_be_in_a_page_is_named",),
    ),
    Control(
        "names of pages apart",
        "certfolio.pipeline.composing",
        "    _expect_names_apart(edition.graph, made)",
        "    pass",
        (f"{_PATHS}test_p22_an_id_that_is_the_name_of_another_page_is_refused",),
    ),
    Control(
        "records that rest",
        "certfolio.pipeline.checking",
        "        if after == before:",
        "        if True:",
        (f"{_TARGETS}test_f18_records_that_do_not_rest_are_given_up_with_4",),
    ),
    # files of records
    Control(
        "recorded digest",
        "certfolio.intake.collect",
        "        elif file.entry.sha256 not in (None, result.sha256):",
        "        elif False:",
        (f"{_CONTENTS}test_e02_a_file_with_another_digest_stops_a_build_too",),
    ),
    Control(
        "files that change while they are read",
        "certfolio.intake.attachment",
        "if is_steady and size == before[2] else None",
        "",
        ("tests/intake/test_attachment.py::test_e03_a_file_that_keeps_changing_is_given_up",),
    ),
    Control(
        "links among files",
        "certfolio.intake.attachment_handle",
        "    if stat.S_ISLNK(status.st_mode) or attributes & _REPARSE_POINT:",
        "    if False:",
        (_A_PATH,),
    ),
    Control(
        "paths that lead out",
        "certfolio.intake.format_path",
        '    if ".." in parts:',
        "    if False:",
        (_A_PATH,),
    ),
    Control(
        "names of devices",
        "certfolio.intake.attachment_name",
        '            _DEVICE.fullmatch(part.partition(".")[0].rstrip()) is not None',
        "            False",
        (_A_PATH,),
    ),
    Control(
        "twins among files",
        "certfolio.intake.collect",
        "    double = twins({file.entry.path for file in named})",
        "    double: dict[str, FileFault] = {}",
        (_A_PATH,),
    ),
    Control(
        "type by content",
        "certfolio.intake.attachment_type",
        "    wrong = file_type.test(handle, head)",
        "    wrong = None",
        (_A_FILE,),
    ),
    Control(
        "two natures",
        "certfolio.intake.attachment_type",
        "        wrong = second_nature(handle, head)",
        "        wrong = None",
        (_A_FILE,),
    ),
    Control(
        "macros",
        "certfolio.intake.attachment_type",
        "    return None if macros is None or allows_macros else macros.value",
        "    return None",
        (_A_FILE,),
    ),
    Control(
        "kinds that are never shipped",
        "certfolio.intake.attachment_type",
        "    if file_type is None:",
        "    if file_type is None and handle is None:",
        (_A_FILE,),
    ),
    Control(
        "sizes",
        "certfolio.intake.attachment",
        "    if size > limit:",
        "    if False:",
        (f"{_CONTENTS}test_a_file_that_is_far_too_large_is_refused_without_reading_it",),
    ),
    # audiences
    Control(
        "classification filter",
        "certfolio.audience.see",
        "    return record.classification <= audience.ceiling and",
        "    return",
        (f"{_SEE}test_a_record_above_the_ceiling_is_gone_in_every_direction",),
    ),
    Control(
        "level of a file",
        "certfolio.audience.see",
        "    return entry.classification is None or entry.classification <= audience.ceiling",
        "    return True",
        (f"{_SEE}test_the_higher_of_record_and_file_level_counts",),
    ),
)
