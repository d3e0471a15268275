"""The words that generated organizations are made of; all of them are invented or everyday."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_NAMES = _words(
    "Ada Agnes Alban Amira Anton Astrid Beatrix Bram Carla Cedric Dagmar Darius Edda Elio Emeka "
    "Esra Fenna Florian Greta Hanno Hilda Ilse Ivo Jana Jasper Kaja Kofi Lena Levin Maren Mats "
    "Mira Nadia Nils Oda Oskar Petra Quinn Ravi Rosa Selma Sven Tamsin Theo Ursula Valentin "
    "Wanda Yusuf Zita"
)
LAST_NAMES = _words(
    "Abendroth Ashdown Birkett Bowyer Calloway Castell Dahlberg Drummond Eastlake Engstrom "
    "Fairweather Fenwick Garrick Grunwald Hartnell Hollis Ingersoll Jarvis Kestrel Kingsley "
    "Lindqvist Lockhart Marlow Merrick Northcott Oakley Okafor Penhale Pryor Quennell Rasmussen "
    "Rowntree Sandford Sherwin Tallis Thorne Underhill Vance Vesper Wetherby Whitlock Yardley "
    "Zeller"
)
TOWNS = _words(
    "Brackenford Selworth Tarnmouth Oldhaven Wexbridge Greyholm Norrick Pellbury Stanmoor "
    "Ashmere Cobbleton Dunwater Fernleigh Holmsund Kirkwell Lowstone Millbeck Ravensea Thornby "
    "Westerlin"
)
COMPANIES = _words(
    "Alderline Bluewater Corvin Deltaform Eastgate Ferrum Goldcrest Hartwood Ironbeck Juniper "
    "Kelmarsh Lumen Meridian Northfield Orchard Pinewood Quarry Riverside Summit Tidewell"
)
TRADES = _words(
    "Castings Coatings Controls Electronics Engineering Instruments Logistics Packaging "
    "Plastics Precision Software Tooling"
)
DEPARTMENTS = (
    "Production",
    "Quality",
    "Purchasing",
    "Sales",
    "Development",
    "Information technology",
    "Human resources",
    "Maintenance",
    "Logistics",
    "Finance",
)
POSITIONS = (
    "Head of department",
    "Team leader",
    "Specialist",
    "Technician",
    "Engineer",
    "Buyer",
    "Planner",
    "Inspector",
    "Administrator",
    "Assistant",
)
ACTIVITIES = (
    "Inspection",
    "Calibration",
    "Release",
    "Storage",
    "Handling",
    "Maintenance",
    "Purchasing",
    "Planning",
    "Design",
    "Testing",
    "Packing",
    "Transport",
    "Disposal",
    "Repair",
    "Backup",
    "Monitoring",
    "Review",
    "Approval",
    "Labelling",
    "Cleaning",
    "Configuration",
    "Training",
    "Reporting",
    "Traceability",
)
THINGS = (
    "castings",
    "circuit boards",
    "customer drawings",
    "delivery notes",
    "electric motors",
    "emergency lighting",
    "fork-lift trucks",
    "gauges",
    "hand tools",
    "heat treatment",
    "hydraulic presses",
    "incoming goods",
    "laptops",
    "lifting gear",
    "machine programs",
    "measuring machines",
    "mobile telephones",
    "network switches",
    "order data",
    "paint and solvents",
    "password stores",
    "personnel files",
    "pressure vessels",
    "printed labels",
    "rejected parts",
    "returned goods",
    "server rooms",
    "software releases",
    "spare parts",
    "supplier contracts",
    "test benches",
    "torque wrenches",
    "user accounts",
    "visitor passes",
    "waste water",
    "welding seams",
)
REASONS = (
    "because two teams shared the work and neither had written down who finishes it",
    "as the form in use still came from the year before",
    "since the change of shift falls into the middle of the job",
    "because the supplier had altered its packaging without notice",
    "as nobody had been named to stand in during holidays",
    "since the reminder went to a mailbox that is no longer read",
    "because the limit on the drawing and the limit in the program differed",
    "as the step was easy to pass over when the line was busy",
)
RESULTS = (
    "Four samples in five were complete; the rest lacked a signature.",
    "All samples were complete and agreed with the register.",
    "The figures agree with those of the month before.",
    "Two entries had been corrected without initials.",
    "The record was found within three minutes at both workplaces.",
    "The people asked knew the rule and where to look it up.",
    "One instrument carried a label whose date had passed.",
    "The list and the shelf differed by a single position.",
)
RULES = (
    "The head of {department} names a person who answers for {thing} and one who stands in.",
    "Whoever starts {activity} of {thing} reads the current instruction first.",
    "Results are entered on the day they arise and are never rubbed out.",
    "A deviation is reported before the end of the shift, whoever caused it.",
    "Work on {thing} stops when a limit is passed, and goes on after a written release.",
    "Every quarter a sample of ten entries is compared with the originals.",
    "Copies outside the document store are for information only.",
    "Suppliers are told of this rule with the first order.",
    "New colleagues are shown {activity} of {thing} within their first two weeks.",
    "The {department} team keeps the entries for six years and then destroys them.",
    "Exceptions need a reason, a date at which they end, and a name.",
    "What is learnt from a complaint about {thing} is told to everybody who works with them.",
    "Means and time for {activity} are part of the yearly plan.",
    "Whoever finds a better way proposes it; every proposal is answered.",
    "Access to {thing} is given for a task and taken back when the task is over.",
)
HEADINGS = (
    "Purpose",
    "Where it applies",
    "Who answers for what",
    "How the work is done",
    "What is recorded",
    "When something goes wrong",
    "Suppliers and visitors",
    "How we know that it works",
    "Training and information",
    "Review and changes",
)
