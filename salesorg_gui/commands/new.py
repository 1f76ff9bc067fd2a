"""``new``: a plan from a template."""

from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, Refused
from salesorg_gui.commands.writing import save_plan, say
from salesorg_gui.i18n import _


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("template", nargs="?", metavar="TEMPLATE", help=_("its id, see --list"))
    parser.add_argument("--list", action="store_true", help=_("list the templates"))
    parser.add_argument("-o", dest="out", metavar="FILE", help=_("the plan to write; - is standard output"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.catalogue.planting import plan_from_template

    catalogue = load()
    if arguments.list:
        say(f"{id:<32}{template.title}" for id, template in catalogue.templates.items())
        return DONE
    if not arguments.template or not arguments.out:
        raise Refused(_("Say which template and where to: salesorg new TEMPLATE -o FILE. --list names the templates."))
    ids = {name.removeprefix("tpl_"): name for name in catalogue.templates}
    id = ids.get(arguments.template.removeprefix("tpl_").replace("-", "_"))
    if id is None:
        raise Refused(
            _("There is no template {name}. The templates are: {names}.").format(
                name=arguments.template, names=", ".join(catalogue.templates)
            )
        )
    save_plan(arguments.out, plan_from_template(catalogue.templates[id], catalogue))
    return DONE
