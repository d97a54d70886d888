"""Keys of what is not reading: the first page, imports, jobs, saved searches."""

from tui.keys.key import Key
from tui.keys.rooms import HOME, IMPORT, JOBS, LIST, READING, SEARCHES

HOMES = "The first page: practice, import, guide"
IMPORTS = "Import a file or a folder; it says first what it found"
JOB_LIST = "What is running, and what came of it"
ANEW = "Read the list anew, with what an import brought"
SAVED = "Starred, unread, noted; saved searches, with what is new to each"
SAVE = "Save this search under a name"
BACK = "Back to the list; from the first page alone, quit"
STOP = "Stop it; asks first, and what is in stays"

KEYS = (
    Key("home.choose", "enter,l,right", "choose", "go there", "Take this", "Program", HOME, 2),
    Key("home.number", "1,2,3,4", "choose({})", "by number", "Take it by number", "Program", HOME),
    Key("home.leave", "q", "home.leave", "back, quit", BACK, "Program", HOME, 3),
    Key(
        "home.back", "escape,h,left,backspace,ctrl+g", "home.back", "back", "Back", "Program", HOME
    ),
    Key("home.open", "f2", "home.show", "first page", HOMES, "Program", READING),
    Key("import.open", "I,f3", "work.bring", "import", IMPORTS, "Program", LIST, 15),
    Key("import.begin", "enter", "work.take_in", "import", "Import them", "Import", IMPORT, 2),
    Key("import.left", "l,right", "work.left_out", "left out", "What not", "Import", IMPORT, 4),
    Key("import.path", "slash,i", "path", "other path", "Another path", "Import", IMPORT, 5),
    Key("jobs.open", "w,f4", "work.jobs", "jobs", JOB_LIST, "Program", READING + HOME, 16),
    Key("job.report", "enter,l,right", "work.report", "report", "All of it", "Jobs", JOBS, 2),
    Key("job.stop", "x,delete", "stop", "stop", STOP, "Jobs", JOBS, 4),
    Key("list.anew", "R,f5", "home.anew", "anew", ANEW, "Search", LIST + HOME + JOBS),
    Key("searches.open", "S,f6", "saved.show", "saved", SAVED, "Search", READING, 17),
    Key("search.save", "s", "saved.save", "save", SAVE, "Search", LIST),
    Key("searches.run", "enter,l,right", "saved.run", "search", "Run it", "Search", SEARCHES, 2),
    Key("searches.forget", "d,delete", "forget", "delete", "Delete it", "Search", SEARCHES, 4),
    Key("searches.undo", "u", "bring_back", "undo", "Bring it back", "Search", SEARCHES, 5),
)
