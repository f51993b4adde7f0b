"""UniProtKB XML against the flat text of the same entries, and XML that is refused."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from atlasview.records.interaction import Interaction
from atlasview.records.protein import Comment, Evidence, Feature, Protein
from atlasview.records.term import GeneTerm
from atlasview.records.trouble import InputRefused
from atlasview.sources import uniprot_text, uniprot_xml
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Taken
from tests.sources.outcomes import outcomes, told, written

START = '<?xml version="1.0" encoding="UTF-8"?>\n<uniprot xmlns="https://uniprot.org/uniprot">\n'
ENTRY = """<entry dataset="Swiss-Prot" created="2004-11-23" modified="2025-06-18" version="172">
<accession>Q9HBE4</accession><name>IL21_HUMAN</name>
<protein><recommendedName><fullName evidence="1">Interleukin-21</fullName></recommendedName></protein>
<gene><name type="primary">IL21</name></gene>
<organism><name type="scientific">Homo sapiens</name><dbReference type="NCBI Taxonomy" id="9606"/></organism>
<comment type="function"><text evidence="1">Cytokine.</text></comment>
<dbReference type="GO" id="GO:0005125"><property type="term" value="F:cytokine activity"/>
<property type="evidence" value="ECO:0000314"/><property type="project" value="UniProtKB"/></dbReference>
<feature type="signal peptide" evidence="1"><location><begin position="1"/><end position="24"/></location></feature>
<evidence key="1" type="ECO:0000269"><source><dbReference type="PubMed" id="11081504"/></source></evidence>
<sequence length="162" mass="18653" checksum="54EFD4EED3AB97FE" version="3">
MRSSPGNMERIVICLMVIFLGTLVHKSSSQGQDRHMIRMRQLIDIVDQLKNYVNDLVPEFLPAPEDVETNCEWSAFSCFQKAQLKSANTGNNERIINVSI
KKLKRKPPSTNAGRRQKHRLTCPSCDSYEKKPPKEFLERFKSLLQKMIHQHLSSRTHGSEDS</sequence>
</entry>
"""
END = "</uniprot>\n"


def test_an_entry(tmp_path):
    found = outcomes(written(tmp_path, START + ENTRY + END))
    assert found.format == "uniprot-xml"
    assert found.file.date == "2025-06-18"
    (taken,) = found.taken
    assert (taken.key, taken.version, taken.line) == ("UniProtKB:Q9HBE4", (172, "2025-06-18"), 3)
    (protein,) = found.of(Protein)
    assert (protein.name, protein.gene_symbol, protein.mass, protein.version) == ("Interleukin-21", "IL21", 18653, 3)
    (signal,) = found.of(Feature)
    rests_on = (Evidence("ECO:0000269", "PMID:11081504"),)
    assert (signal.type, signal.start, signal.end, signal.evidence) == ("SIGNAL", 1, 24, rests_on)
    assert found.of(Comment) == [
        Comment("UniProtKB:Q9HBE4", "FUNCTION", "", "Cytokine.", rests_on, "here"),
    ]
    (annotation,) = found.of(GeneTerm)
    assert (annotation.term, annotation.evidence, annotation.assigned_by) == ("GO:0005125", "IDA", "UniProtKB")


@pytest.mark.shared
def test_xml_gives_the_records_of_the_flat_text(shared: Path):
    folder = shared / "data" / "uniprot" / "multi_ex"
    with SourceFile(folder / "multi_ex.txt", source="u", taxon=None) as file:
        texts = [one for one in uniprot_text.read(file) if isinstance(one, Taken)]
    with SourceFile(folder / "multi_ex.xml", source="u", taxon=None) as file:
        xmls = [one for one in uniprot_xml.read(file) if isinstance(one, Taken)]
    assert len(texts) == len(xmls) == 8
    for text, xml in zip(texts, xmls, strict=True):
        assert (text.key, text.version) == (xml.key, xml.version)
        assert Counter(xml.records) == Counter(text.records)
        assert [one for one in xml.records if isinstance(one, Feature)] == [
            one for one in text.records if isinstance(one, Feature)
        ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("accession", "features", "partners"),
    [("P62330", 33, 9), ("P04406", 122, 29), ("P01308", 47, 0), ("P08709", 211, 0)],
)
def test_xml_of_later_years(shared: Path, accession: str, features: int, partners: int):
    found = outcomes(shared / "data" / "uniprot" / "xml" / f"{accession}.xml")
    assert [one.key for one in found.taken] == [f"UniProtKB:{accession}"]
    assert len(found.of(Feature)) == features
    assert len(found.of(Interaction)) == partners


def test_another_organism_is_filtered(tmp_path):
    path = written(tmp_path, START + ENTRY.replace("9606", "10090") + ENTRY + END)
    found = outcomes(path)
    assert (len(found.filtered), len(found.taken)) == (1, 1)
    assert found.filtered[0].reason == "another organism"
    assert len(outcomes(path, taxon=None).taken) == 2


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("MRSSPG", "MRSSPA", "the sequence contradicts its CRC64"),
        ('length="162"', 'length="163"', "the sequence contradicts its length"),
        ('<end position="24"/>', '<end position="240"/>', "a feature lies beyond the sequence"),
        ('<end position="24"/>', '<end position="x"/>', "a feature without a place"),
        ("signal peptide", "hinge", "a kind of features that is not known"),
        ("<accession>Q9HBE4</accession>", "", "an entry without accession or sequence"),
        ('id="9606"', 'id="human"', "an entry without its organism"),
    ],
)
def test_entries_that_cannot_be_right(tmp_path, old, new, reason):
    found = outcomes(written(tmp_path, START + ENTRY + ENTRY.replace(old, new) + END))
    assert len(found.taken) == 1
    (rejected,) = found.rejected
    assert (rejected.reason, rejected.line) == (reason, 3 + ENTRY.count("\n"))


BOMB = """<?xml version="1.0"?>
<!DOCTYPE uniprot [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<uniprot xmlns="http://uniprot.org/uniprot"><entry><name>&b;</name></entry></uniprot>
"""
OUTSIDE = BOMB.replace('<!ENTITY a "aaaaaaaaaa">', '<!ENTITY a SYSTEM "file:///etc/hostname">')


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused(tmp_path, text):
    path = written(tmp_path, text)
    assert told(path) == "uniprot-xml"
    with pytest.raises(InputRefused, match="document type of its own"):
        outcomes(path)


@pytest.mark.parametrize(
    "text", [START + ENTRY, START + ENTRY + ENTRY[:200], START + ENTRY.replace("<name>", "<name") + END]
)
def test_damaged_xml_is_refused_with_its_line(tmp_path, text):
    with pytest.raises(InputRefused, match="the XML is damaged or breaks off") as trouble:
        outcomes(written(tmp_path, text))
    assert " line " in trouble.value.where


MEASURED = """
import sys
from pathlib import Path
from atlasview.sources import uniprot_xml
from atlasview.sources.opened import SourceFile
with SourceFile(Path(sys.argv[1]), source="u") as file:
    read = sum(1 for _ in uniprot_xml.read(file))
# Not `ru_maxrss`, which has in it what the process held that started this one.
status = Path("/proc/self/status").read_text(encoding="ascii")
print(read, next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="peaks of memory are measured as Linux tells them")
def test_memory_does_not_grow_with_the_file(tmp_path):
    peaks = {}
    for entries in (50, 3000):
        path = written(tmp_path, START + ENTRY * entries + END, f"{entries}.xml")
        said = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True)
        read, peak = map(int, said.stdout.split())
        assert read == entries
        peaks[entries] = peak
    assert peaks[3000] - peaks[50] < 20 << 10, peaks  # KiB; as a tree the larger file would take 60 MiB
