from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import search.models


def begin_log(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write the row that tells this database from every other, and makes the first index owed."""
    change = apps.get_model("search", "Change")
    change.objects.using(schema_editor.connection.alias).create(kind="everything")


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("document", "one document"), ("subtree", "everything under an address"), ("everything", "everything")], max_length=10, verbose_name="kind")),
                ("subject", models.TextField(blank=True, verbose_name="subject")),
                ("nonce", models.PositiveIntegerField(default=search.models.new_nonce, editable=False, verbose_name="nonce")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="recorded at")),
            ],
            options={
                "verbose_name": "change",
                "verbose_name_plural": "changes",
                "ordering": ("pk",),
            },
        ),
        migrations.RunPython(begin_log, migrations.RunPython.noop),
    ]
