"""Reading mutations of tumours and ClinVar's table into the staging, against splitting and inserting the bare lines."""

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from atlasview.atlas.staging import Staging
from atlasview.building.inputs import Input
from atlasview.building.intake import Intake
from atlasview.building.plan import planned
from atlasview.building.reading import Readers, read_step
from atlasview.building.watch import Watch
from atlasview.records.source import Source
from atlasview.sources.formats import format_of
from atlasview.sources.hgvs import LETTERS
from benchmarks.table import Figure, shown

ROWS = 100_000
_AMINO_ACIDS = list(LETTERS.items())[:20]
_MAF = (
    "Hugo_Symbol Entrez_Gene_Id Center NCBI_Build Chromosome Start_Position End_Position Strand Consequence"
    " Variant_Classification Variant_Type Reference_Allele Tumor_Seq_Allele1 Tumor_Seq_Allele2 dbSNP_RS"
    " dbSNP_Val_Status Tumor_Sample_Barcode Matched_Norm_Sample_Barcode Match_Norm_Seq_Allele1 Match_Norm_Seq_Allele2"
    " Tumor_Validation_Allele1 Tumor_Validation_Allele2 Match_Norm_Validation_Allele1 Match_Norm_Validation_Allele2"
    " Verification_Status Validation_Status Mutation_Status Sequencing_Phase Sequence_Source Validation_Method Score"
    " BAM_File Sequencer t_ref_count t_alt_count n_ref_count n_alt_count HGVSc HGVSp HGVSp_Short Transcript_ID RefSeq"
    " Protein_position Codons Hotspot"
).split()
_CLINVAR = (
    "#AlleleID\tType\tName\tGeneID\tGeneSymbol\tHGNC_ID\tClinicalSignificance\tClinSigSimple\tLastEvaluated"
    "\tRS# (dbSNP)\tnsv/esv (dbVar)\tRCVaccession\tPhenotypeIDS\tPhenotypeList\tOrigin\tOriginSimple\tAssembly"
    "\tChromosomeAccession\tChromosome\tStart\tStop\tReferenceAllele\tAlternateAllele\tCytogenetic\tReviewStatus\tNumberSubmitters"
    "\tGuidelines\tTestedInGTR\tOtherIDs\tSubmitterCategories\tVariationID"
)


def maf_lines() -> Iterator[str]:
    """Endless rows as cBioPortal's: a tenth of them at residues that many tumours share."""
    chance = random.Random(7)
    yield "\t".join(_MAF)
    while True:
        gene = chance.randrange(60 if chance.random() < 0.1 else 18_000)
        residue = chance.randrange(1, 40 if gene < 60 else 900)
        (long, short), (other, letter) = chance.choices(_AMINO_ACIDS, k=2)
        place = str(gene * 9_000 + residue * 3)
        row = dict.fromkeys(_MAF, "")
        row |= {
            "Hugo_Symbol": f"MADE{gene}", "Entrez_Gene_Id": str(gene + 1), "Center": "MADE", "NCBI_Build": "GRCh37",
            "Chromosome": "7", "Start_Position": place, "End_Position": place, "Strand": "+",
            "Consequence": "missense_variant", "Variant_Classification": "Missense_Mutation", "Variant_Type": "SNP",
            "Reference_Allele": "A", "Tumor_Seq_Allele1": "A", "Tumor_Seq_Allele2": "T", "dbSNP_RS": "novel",
            "Tumor_Sample_Barcode": f"TCGA-{chance.randrange(10_000):04}-01", "Mutation_Status": "Somatic",
            "Sequencer": "Illumina HiSeq 2,000", "t_ref_count": "81", "t_alt_count": "24",
            "HGVSc": f"ENST{gene:011}.4:c.{residue * 3}A>T", "HGVSp": f"p.{long}{residue}{other}",
            "HGVSp_Short": f"p.{short}{residue}{letter}", "Transcript_ID": f"ENST{gene:011}",
            "RefSeq": f"NM_{gene:09}.2", "Protein_position": str(residue), "Codons": "gAg/gTg", "Hotspot": "0",
        }  # fmt: skip
        yield "\t".join(row.values())


def clinvar_lines() -> Iterator[str]:
    """Endless rows as ClinVar's, each variant on both assemblies, a third without a change of the protein."""
    chance = random.Random(7)
    yield _CLINVAR
    allele = 15_000
    while True:
        allele += 1
        gene, residue = chance.randrange(6_000), chance.randrange(1, 900)
        (long, _short), (other, _letter) = chance.choices(_AMINO_ACIDS, k=2)
        change = f" (p.{long}{residue}{other})" if chance.random() < 0.67 else ""
        said = chance.choice(("Pathogenic", "Likely benign", "Uncertain significance", "Benign"))
        for assembly in ("GRCh37", "GRCh38"):
            yield (
                f"{allele}\tsingle nucleotide variant\tNM_{gene:09}.3(MADE{gene}):c.{residue * 3}A>T{change}"
                f"\t{gene + 1}\tMADE{gene}\tHGNC:{gene}\t{said}\t0\tJun 01, 2024\t{allele * 3}\t-\tRCV{allele:09}"
                f"\tMONDO:MONDO:{gene % 900:07},MedGen:C{gene:07},OMIM:{100_000 + gene % 900}"
                f"\tMade disease {gene % 900}\tgermline\tgermline\t{assembly}"
                f"\tNC_000007.14\t7\t{residue}\t{residue}\tA\tT\t7q1{gene % 9}"
                f"\tcriteria provided, single submitter\t1\t-\tN\tClinGen:CA{allele}\t2\t{allele}"
            )


def measure(runs: int, count: int = ROWS) -> list[Figure]:
    """Seconds of reading and staging as parts of those that the bare lines take, in the same run; best of runs."""
    return [
        compared(key, name, made, runs, count)
        for key, name, made in (("maf", "a MAF", maf_lines()), ("clinvar", "ClinVar's table", clinvar_lines()))
    ]


def compared(key: str, name: str, made: Iterator[str], runs: int, count: int, sign: str = "\t") -> Figure:
    """Reading rows of a format beside splitting them at `sign` and inserting them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.txt"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{next(made)}\n" for _ in range(count))
        pairs = [(_bare(path, sign), _staged(path, key)) for _ in range(max(2, min(runs, 3)))]
    bare, ours = min(one for one, _other in pairs), min(other for _one, other in pairs)
    beside = f"{shown(ours, 's')}, bare lines split and inserted {shown(bare, 's')}, for {count:,} rows"
    return Figure(f"reading {name} into the staging", ours / bare, "x bare lines", 2.0, beside)


def _bare(path: Path, sign: str) -> float:
    target = path.with_suffix(".sqlite")
    began = time.perf_counter()
    with closing(sqlite3.connect(target, isolation_level=None)) as connection, path.open(encoding="utf-8") as file:
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "page_size=16384"):
            connection.execute(f"PRAGMA {pragma}")
        width = next(file).count(sign) + 1
        connection.execute("BEGIN")
        connection.execute(f"CREATE TABLE bare ({', '.join(f'c{at}' for at in range(width))})")
        rows = (line.rstrip("\n").split(sign) for line in file)
        connection.executemany(f"INSERT INTO bare VALUES ({', '.join('?' * width)})", rows)
        connection.execute("COMMIT")
    took = time.perf_counter() - began
    target.unlink()
    return took


def _staged(path: Path, key: str) -> float:
    known = format_of(key)
    assert known is not None
    (step,) = planned([Input(path, "", known)])
    waiting = path.with_suffix(".staging")
    began = time.perf_counter()
    with Staging(waiting) as staging, Readers(1) as readers:
        intake = Intake(staging)
        number = intake.begin(Source("made", "made", file=path.name), 1)
        read_step(step, intake, number, 9606, readers, Watch())
        intake.finish()
    took = time.perf_counter() - began
    waiting.unlink()
    return took
